import type { Broker } from '#domain/broker/broker.ts';
import type { Case } from '#domain/case/case.ts';
import { confirmMailbox, reply } from '#domain/case/moves/importer-moves.ts';
import { changeByLink } from './change-by-link.ts';
import type { At, Changed, ImporterPorts } from './change-by-link.ts';

/** An answer to a question, or a message without one. */
export type Said = { readonly question?: string; readonly text: string };

export type ReplyRefusal = Extract<ReturnType<typeof reply>, { readonly refused: string }>['refused'];
/** `fresh`: some of it was not kept before. */
export type Replied = { readonly kept: true; readonly fresh: boolean } | { readonly refused: ReplyRefusal };

/**
 * Keeps what an importer wrote on the case's page: all of it, or nothing. Who writes through a mailed link reads its
 * mailbox, so the same write confirms it. The very same words sent twice are kept once.
 */
export const replyByLink = (
  ports: ImporterPorts,
  broker: Broker,
  part: string,
  said: readonly Said[],
): Promise<Changed<Replied>> => changeByLink<Replied>(ports, part, 'case', (at) => replied(at, broker, said));

function replied({ case: of, link, now }: At, broker: Broker, said: readonly Said[]): { save?: Case; ending: Replied } {
  const fresh = said.filter((one) => !isKept(of, one));
  if (fresh.length === 0) return { ending: { kept: true, fresh: false } };
  const on = { now, broker };
  let next = confirmMailbox(of, link.mailbox, on) ?? of;
  for (const one of fresh) {
    const step = reply(next, one, on);
    if ('refused' in step) return { ending: step };
    next = step.moved;
  }
  return { save: tellOnce(of, { ...next, version: of.version + 1 }), ending: { kept: true, fresh: true } };
}

/** A double click, or a page that was loaded again. The same words after something else happened are said anew. */
function isKept({ questions, timeline }: Case, { question, text }: Said): boolean {
  if (question !== undefined) return questions.some(({ id, answer }) => id === question && answer === text);
  const last = timeline.findLast(({ what }) => what !== 'confirmed');
  return last?.what === 'replied' && last.text === text && last.about === undefined;
}

/** Several answers sent together are one letter to the team. */
function tellOnce(before: Case, after: Case): Case {
  const known = new Set(before.letters.map(({ id }) => id));
  const [first, ...others] = after.letters.filter(({ id, kind }) => kind === 'team-reply' && !known.has(id));
  return first ? { ...after, letters: after.letters.filter((letter) => !others.includes(letter)) } : after;
}
