import { broker } from '../../broker.config.ts';
import { newToken } from '#casework/links.ts';
import { payCase } from '#casework/pay-owed.ts';
import type { PayPorts } from '#casework/pay-owed.ts';
import type { CaseStore, Mail } from '#casework/ports.ts';
import type { StuckStore } from '#casework/stuck/ports.ts';
import type { Budget, MailboxItem } from '#domain/desk/kept.ts';
import { memoryItems } from '#test/fakes/memory-desk.ts';
import { memoryMailer } from '#test/fakes/memory-mailer.ts';
import { opened } from '#test/fakes/requests.ts';

let nth = 0;

/** A case of its own on a store, with a mailer, a clock that one sets forward, and paying it. */
export type PayStore = CaseStore & { readonly stuck: StuckStore };

export function payStage(cases: PayStore, fault?: (mail: Mail, call: number) => string | undefined) {
  nth += 1;
  const one = opened('email-update', { submissionId: `00000000-0000-4000-9000-${String(nth).padStart(12, '0')}` });
  const post = memoryMailer(fault);
  let clock = Date.parse(one.openedAt);
  const events: string[] = [];
  const ports: PayPorts = {
    cases,
    budgets: memoryItems<Budget>(),
    mailboxes: memoryItems<MailboxItem>(),
    stuck: cases.stuck,
    mailer: post.mailer,
    now: () => new Date(clock),
    random: () => 1,
    newToken,
    weigh: () => Promise.resolve(),
    log: (event) => events.push(event),
  };
  const wait = (ms: number) => (clock += ms);
  const pay = () => payCase(ports, { broker, siteUrl: 'https://desk.example' }, one);
  return { one, ports, post, events, wait, pay };
}
