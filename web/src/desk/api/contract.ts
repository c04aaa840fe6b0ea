import type { AuditCheck, AuditPage, TrailPage } from '#domain/desk/audit.ts';
import type { BulkTaken, KiAnswer } from '#domain/desk/case-calls.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import type { CaseRecord, CsvPage } from '#domain/desk/exports.ts';
import type { InsightsPage } from '#domain/desk/insights.ts';
import type { HandedCode, MemberRow } from '#domain/desk/members.ts';
import type { QueuePage, SearchPage } from '#domain/desk/queue.ts';
import type { System } from '#domain/desk/system.ts';
import type { Alarms, MailboxCalled } from '#domain/desk/system-calls.ts';
import type { Traces } from '#domain/desk/traces.ts';
import type { LinkUsed, Me, ShownPasskey } from '#domain/desk/session.ts';

type Done = { readonly done: true };
/** Options of WebAuthn in JSON: made by a library there, read by one here. */
type PasskeyTask = { readonly options: Readonly<Record<string, unknown>> };

/**
 * What the desk's pages ask of its door: a name and the shape of its answer. Types alone: the door keeps the promise by
 * its schemas, and a test there holds every answer to them.
 */
export type Contract = {
  me: Me;
  'sign-in/ask': { readonly asked: true };
  'sign-in/link': LinkUsed;
  'sign-in/passkey/options': PasskeyTask;
  'sign-in/passkey': Pick<Me, 'member'>;
  'sign-in/enrol/options': PasskeyTask;
  'sign-in/enrol': Pick<Me, 'member'>;
  'sign-out': Done;
  'sign-out-everywhere': Done;
  cases: QueuePage;
  search: SearchPage;
  looked: { readonly lookedAt: string };
  take: BulkTaken;
  ki: KiAnswer;
  case: CasePage;
  'case-twin': CasePage;
  move: CasePage;
  record: CaseRecord;
  members: { readonly members: readonly MemberRow[] };
  'member-code': HandedCode;
  'member-reset': HandedCode;
  'passkeys/options': PasskeyTask;
  passkeys: ShownPasskey;
  'passkey-remove': Done;
  audit: AuditPage;
  'audit-check': AuditCheck;
  trail: TrailPage;
  insights: InsightsPage;
  'export-cases': CsvPage;
  'export-importers': CsvPage;
  traces: Traces;
  system: System;
  'system/alarms': Alarms;
  'system/mailbox': MailboxCalled;
};

export type RouteName = keyof Contract;

/** Their addresses below `/api/desk/`. `{name}` is a part that a call fills, in order. */
export const routes: Readonly<Record<RouteName, `${'GET' | 'POST'} ${string}`>> = {
  me: 'GET me',
  'sign-in/ask': 'POST sign-in/ask',
  'sign-in/link': 'POST sign-in/link',
  'sign-in/passkey/options': 'POST sign-in/passkey/options',
  'sign-in/passkey': 'POST sign-in/passkey',
  'sign-in/enrol/options': 'POST sign-in/enrol/options',
  'sign-in/enrol': 'POST sign-in/enrol',
  'sign-out': 'POST sign-out',
  'sign-out-everywhere': 'POST sign-out-everywhere',
  cases: 'GET cases',
  search: 'GET search',
  looked: 'POST looked',
  take: 'POST cases/take',
  ki: 'POST ki',
  case: 'GET cases/{reference}',
  'case-twin': 'GET cases/{reference}/{digest}',
  move: 'POST cases/{reference}/{digest}/moves',
  record: 'POST cases/{reference}/{digest}/record',
  members: 'GET members',
  'member-code': 'POST members/{email}/code',
  'member-reset': 'POST members/{email}/reset',
  'passkeys/options': 'POST passkeys/options',
  passkeys: 'POST passkeys',
  'passkey-remove': 'POST passkeys/{id}/remove',
  audit: 'GET audit',
  'audit-check': 'GET audit/check',
  trail: 'GET cases/{reference}/{digest}/trail',
  insights: 'GET insights',
  'export-cases': 'POST exports/cases',
  'export-importers': 'POST exports/importers',
  traces: 'POST traces',
  system: 'GET system',
  'system/alarms': 'GET system/alarms',
  'system/mailbox': 'POST system/mailbox',
};
