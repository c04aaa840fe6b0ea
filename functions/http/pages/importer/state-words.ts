import { fill } from '#domain/broker/words.ts';
import { outcomeWords } from '#domain/requests/outcome-texts.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import { when } from '#domain/when.ts';
import type { PublicSide } from '#casework/importer/public-side.ts';
import type { OnPage } from '../document.ts';
import { importerWords } from './words.ts';

export type StateWords = { readonly title: string; readonly texts: readonly string[] };

/** Where a case stands, in plain words: what happens next, and by when. `lacks`: answers are missing since it was turned. */
export function stateWords(on: OnPage, side: PublicSide, lacks: boolean, now: Date): StateWords {
  const words = importerWords(on.locale);
  if (side.end) return { title: outcomeWords(on.locale, side.type, side.end).title, texts: [] };
  if (side.waits) return { title: words['state.ready'], texts: [] };
  if (lacks) return { title: words['state.lacking'], texts: [words['state.lacking.text']] };
  if (side.state === 'waiting') return { title: words['state.waiting'], texts: [words['state.waiting.text']] };
  const next = text(textsOf(on.locale, side.type), 'next');
  const due = dueWords(on, side, now);
  return side.state === 'new'
    ? { title: words['state.new'], texts: [words['state.new.text'], next, due] }
    : { title: words['state.open'], texts: [...(asks(side) ? [words['state.open.asked']] : []), next, due] };
}

/** A case that was cleared meanwhile waits for nobody, and its question still stands on the page. */
const asks = ({ questions }: PublicSide): boolean => questions.some(({ answer }) => answer === undefined);

function dueWords({ broker, locale }: OnPage, { dueAt }: PublicSide, now: Date): string {
  const words = importerWords(locale);
  const late = dueAt < now.toISOString();
  return fill(late ? words['state.late'] : words['state.due'], {
    due: when(dueAt, locale, broker.officeHours.timeZone),
  });
}
