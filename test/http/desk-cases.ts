import { expect } from 'vitest';
import { broker } from '../../broker.config.ts';
import type { Caller } from '#casework/sign-in/session.ts';
import { casePageSchema } from '#domain/desk/case-page.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import type { Member } from '#domain/broker/broker.ts';
import type { Case } from '#domain/case/case.ts';
import { caseRoutes } from '../../functions/http/desk/cases/routes.ts';
import { deskApp } from '../../functions/http/desk/desk-app.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryTrail } from '#test/fakes/memory-trail.ts';
import { opened } from '#test/fakes/requests.ts';
import { after, at, luis, moves, readyUpdate } from '#test/domain/moves-cases.ts';

const siteUrl = 'https://refunds.harborpine.example';
const headers = { 'x-router-secret': 'secret', 'content-type': 'application/json', origin: siteUrl };

const callerOf = (member: Member): Caller => ({
  member,
  session: {
    id: 'a'.repeat(64),
    rev: 1,
    keptUntil: at(999).toISOString(),
    email: member.email,
    stage: 'full',
    startedAt: at(0).toISOString(),
    seenAt: at(0).toISOString(),
    expiresAt: at(999).toISOString(),
  },
});

/** The desk's door on some cases, as one member calls it. */
export async function desk(of: readonly Case[], member = luis) {
  const cases = memoryCaseStore();
  for (const one of of) await cases.put(one);
  const logged: string[] = [];
  const audit = memoryTrail();
  const ports = { audit, broker, cases, now: () => at(100), log: (event: string) => logged.push(event) };
  const edge = {
    broker,
    locale: 'en',
    routerSecret: 'secret',
    newErrorId: () => 'E-1',
    siteUrl,
    log: ports.log,
    ...{ audit, now: ports.now },
  } as const;
  const app = deskApp({ ...edge, gate: () => Promise.resolve(callerOf(member)) }, caseRoutes(ports));
  const ask = async (method: string, path: string, value?: unknown) => {
    const body = new TextEncoder().encode(value === undefined ? '' : JSON.stringify(value));
    const answer = await app({ method, path: `/api/desk/${path}`, query: '', headers, body });
    const said: unknown = JSON.parse(answer.body);
    return { status: answer.status, said, cookies: answer.cookies };
  };
  const move = (one: Case, asked: unknown, version = one.version) =>
    ask('POST', `cases/${one.reference}/${one.digest}/moves`, { version, move: asked });
  return { audit, cases, logged, ask, move };
}

/** Everything that a page says is in its description, and nothing else is. */
export function pageOf(said: unknown): CasePage {
  const page = casePageSchema.parse(said);
  expect(page).toEqual(said);
  return page;
}

export const shown = async (of: Case, member = luis): Promise<CasePage> => {
  const { ask } = await desk([of], member);
  const { status, said } = await ask('GET', `cases/${of.reference}`);
  expect(status).toBe(200);
  return pageOf(said);
};

export const ssn = opened('name-query', {
  importerNumberKind: 'ssn',
  importerNumber: '212-34-5678',
  submissionId: '7b1f7c1e-2a44-4a6a-9d0e-3f6f1f0c2b12',
});
export const clearedUpdate = after(readyUpdate, luis, moves.clear);
