import type { Broker } from '#domain/broker/broker.ts';
import type { Case } from '#domain/case/case.ts';
import type { RecordedOutcome } from '#domain/case/parts.ts';
import { outcomeWords, outcomeWordsFor } from '#domain/requests/outcome-texts.ts';
import { toldSteps } from '#domain/requests/told-names.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { fill } from './content.ts';
import type { Block, Span, Words } from './content.ts';
import { isMoment, when } from './when.ts';
import { phoneOf } from './words.ts';
import type { LetterTexts } from './words.ts';

export type Told = { readonly title: string; readonly text: Words; readonly next: readonly Words[] };

type End = Pick<RecordedOutcome, 'code' | 'values'>;

/** An end in the importer's words, filled. Only our own texts and the broker's configuration make links; what was typed never does. */
export function told(of: Case, broker: Broker, end: End, type: RequestTypeName = of.type): Told {
  const fills = fillsOf(of, broker, end);
  const { title, text, next } = outcomeWordsFor(outcomeWords(of.locale, type, end), fills);
  const own = toldSteps(end).map((said): Words => [{ said }]);
  return { title, text: linked(text, fills), next: [...own, ...next.map((step) => linked(step, fills))] };
}

function fillsOf({ answers, locale }: Case, broker: Broker, { values }: End): Record<string, Span> {
  const { newEmail } = answers;
  const { powerOfAttorneyLink: page } = broker;
  return {
    ...Object.fromEntries(
      Object.entries(values).map(([name, said]) => [
        name,
        isMoment(said) ? when(said, locale, broker.officeHours.timeZone) : { said },
      ]),
    ),
    ...(newEmail !== undefined && { newEmail: { said: newEmail } }),
    ...(page !== undefined && { powerOfAttorneyLink: { link: page, href: page } }),
    broker: broker.name,
    phone: phoneOf(broker),
  };
}

/** Addresses that stand in our own texts, CBP's for example. */
const address = /(https:\/\/\S*[^\s.,;:?!)]|[\w.-]+@[\w-]+(?:\.[\w-]+)+)/;

const linked = (text: string, fills: Readonly<Record<string, Span>>): Span[] =>
  text.split(address).flatMap((part, place): Span[] => {
    if (place % 2 === 0) return fill(part, fills);
    return [{ link: part, href: part.includes('@') ? `mailto:${part}` : part }];
  });

/** What the member added, in the importer's language: quoted, since a person wrote it. */
export const ourWords = (words: LetterTexts, { words: added }: Pick<RecordedOutcome, 'words'>): Block[] =>
  added === undefined
    ? []
    : [
        { block: 'heading', words: words['outcome.words'] },
        { block: 'quote', words: [{ said: added }] },
      ];

/** What to do, under its heading; nothing where there is nothing to do. */
export function toDo(words: LetterTexts, list: Extract<Block, { block: 'steps' | 'points' }>): Block[] {
  const told = list.block === 'steps' ? list.steps : list.points;
  return told.length === 0 ? [] : [{ block: 'heading', words: words['outcome.next'] }, list];
}
