import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { broker } from '../../broker.config.ts';
import { askForLink } from '#casework/asks/ask-for-link.ts';
import type { AskedLink } from '#casework/asks/ask-for-link.ts';
import { payAsks } from '#casework/asks/pay-asks.ts';
import type { PayAsksPorts } from '#casework/asks/pay-asks.ts';
import type { AskStore } from '#casework/asks/ports.ts';
import type { BudgetStore } from '#casework/budgets/ports.ts';
import { noteMailEvent } from '#casework/feedback/note-mail-event.ts';
import type { FeedbackPorts } from '#casework/feedback/note-mail-event.ts';
import { markCanary } from '#casework/canary/mark-canary.ts';
import { keyedHash } from '#casework/forget/keyed-hash.ts';
import { newToken } from '#casework/links.ts';
import type { CaseLists } from '#casework/lists/ports.ts';
import type { MailboxStore } from '#casework/mailboxes/ports.ts';
import { payDue } from '#casework/pay-owed.ts';
import type { PayPorts } from '#casework/pay-owed.ts';
import type { CaseStore, Mail } from '#casework/ports.ts';
import { weighCase } from '#casework/risk/weigh-case.ts';
import type { SignInLinkStore } from '#casework/sign-in/ports.ts';
import type { StuckStore } from '#casework/stuck/ports.ts';
import { retryStuck } from '#casework/stuck/set-aside.ts';
import type { CaseKey } from '#domain/case/case.ts';
import type { MailEvent } from '#domain/case/delivery.ts';
import type { Budget, MailboxItem } from '#domain/desk/kept.ts';
import { dynamoCaseLists } from '../../functions/aws/case-lists.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoAskStore } from '../../functions/aws/desk-items/ask-store.ts';
import { dynamoMailboxes } from '../../functions/aws/desk-items/mailbox-store.ts';
import { dynamoBudgets, dynamoSignInLinks } from '../../functions/aws/desk-items/sign-in-stores.ts';
import { dynamoStuckRecords } from '../../functions/aws/stuck.ts';
import { mailDomains } from '../../functions/mail-domains/mail-domains.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryAskStore, memoryItems, memorySignInStores } from '#test/fakes/memory-desk.ts';
import { memoryMailer } from '#test/fakes/memory-mailer.ts';
import { aMonday } from '#test/fakes/requests.ts';
import { publicDoor } from '#test/http/desk.ts';
import type { Seam } from './stop.ts';
import { shownIn } from './traffic.ts';
import type { Request } from './traffic.ts';

/** All that outlives a process: what is stored, what was mailed, and the time. */
export type Store = {
  readonly cases: CaseStore;
  readonly lists: CaseLists;
  readonly budgets: BudgetStore;
  readonly asks: AskStore;
  readonly mailboxes: MailboxStore;
  readonly stuck: StuckStore;
  readonly signInLinks: SignInLinkStore;
};

export function memoryStore(): Store {
  const cases = memoryCaseStore();
  const { signInLinks } = memorySignInStores();
  const lists = memoryCaseLists(cases);
  const small = { budgets: memoryItems<Budget>(), mailboxes: memoryItems<MailboxItem>() };
  return { cases, lists, ...small, stuck: cases.stuck, asks: memoryAskStore(), signInLinks };
}

export const dynamoStore = (client: DynamoDBClient, table: string): Store => ({
  cases: dynamoCaseStore(client, table),
  lists: dynamoCaseLists(client, table),
  budgets: dynamoBudgets(client, table),
  asks: dynamoAskStore(client, table),
  mailboxes: dynamoMailboxes(client, table),
  stuck: dynamoStuckRecords(client, table),
  signInLinks: dynamoSignInLinks(client, table),
});

export function worldOn(store: Store, began = aMonday.getTime()) {
  let at = began;
  return { ...store, post: memoryMailer(), now: () => new Date(at), wait: (ms: number) => (at += ms) };
}
export type World = ReturnType<typeof worldOn>;

export const desk = { broker, siteUrl: 'https://desk.example' };

const canaryKeyed = keyedHash('of the canary, in tests');

/**
 * The ports of the door that pays what is owed, as functions/pay-owed.ts has them, each through a seam: those of its work for
 * letters. What it does beside them (figures, heads of the trail, what is over) promises nothing to anybody.
 */
export function payPortsOf({ now, post, ...store }: World, { through }: Pick<Seam, 'through'>) {
  const [cases, lists] = [through('cases', store.cases), through('lists', store.lists)];
  const log = () => undefined;
  const ports: PayPorts & PayAsksPorts = {
    cases,
    weigh: async (key: CaseKey) => {
      await markCanary({ cases, canaryKeyed, log }, key);
      await weighCase({ cases, lists, mailDomains, now, log }, broker, key);
    },
    budgets: through('budgets', store.budgets),
    asks: through('asks', store.asks),
    mailboxes: through('mailboxes', store.mailboxes),
    stuck: through('stuck', store.stuck),
    signInLinks: through('signInLinks', store.signInLinks),
    mailer: through('mailer', post.mailer),
    now,
    random: () => 1,
    newToken,
    log,
  };
  return ports;
}

/** The ports of the door that hears what became of a mail, as functions/mail-feedback.ts has them. */
export const feedbackPortsOf = (world: World, { through }: Pick<Seam, 'through'>): FeedbackPorts => ({
  cases: through('feedback', world.cases),
  mailboxes: through('mailboxes', world.mailboxes),
  delivered: () => Promise.resolve(),
  now: world.now,
  log: () => undefined,
});

/** What the mail service tells of a mail that it took as its nth, and delivered. */
const eventsOf = ({ to, kind, letter }: Mail, nth: number, now: Date): MailEvent[] =>
  (['taken', 'delivered'] as const).map((what) => ({
    ...{ kind: what, at: now.toISOString(), messageId: `memory-${String(nth + 1)}`, mailbox: to, letterKind: kind },
    ...(letter && { letter }),
  }));

/** The doors of one process, through a seam. Dead, it answers nothing any more. */
export function processOn(world: World, { through }: Pick<Seam, 'through'>) {
  const ports = payPortsOf(world, { through });
  const feedback = feedbackPortsOf(world, { through });
  const intake = through('intake', world.cases);
  const door = publicDoor(intake, { ports: { cases: intake, now: world.now } });
  return {
    /** Sends a request; the reference that is shown. */
    post: async ({ type, answers }: Request) => shownIn(await door.postJson(type, answers)),
    /** Asks for a link; a moment later than what was before, so that the order is the same each time. */
    askFor: (link: AskedLink) => {
      world.wait(1);
      return askForLink({ asks: through('asks', world.asks), now: world.now }, link);
    },
    /** As the door does it, but one after the other: the same kill then is the same moment each time. */
    pay: async () => {
      await retryStuck(ports);
      await payAsks(ports, desk);
      await payDue(ports, desk);
    },
    /** The mail service tells of every mail; what a dead process did not hear to its end is told again. */
    hear: async () => {
      const told = world.post.sent.flatMap((mail, nth) => eventsOf(mail, nth, world.now()));
      for (const event of told) await noteMailEvent(feedback, broker, event);
    },
  };
}

export type Process = ReturnType<typeof processOn>;
