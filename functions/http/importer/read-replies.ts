import { MOST_REPLY } from '#domain/case/moves/importer-moves.ts';
import { problemWords } from '#domain/requests/common/text/problems.ts';
import type { Given, TextField } from '#domain/requests/field.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { readLine } from '#domain/requests/read-field.ts';
import { problemTextsOf } from '#domain/requests/texts.ts';
import type { SecretKind } from '#domain/secrets/secret.ts';
import { withoutSecrets } from '#domain/secrets/without.ts';
import type { Said } from '#casework/importer/reply.ts';
import type { BoxProblem } from '../pages/importer/problem-list.ts';
import { importerWords } from '../pages/importer/words.ts';

/** The box for a message without a question; the other boxes are named by their questions. */
export const MESSAGE = 'text';

export type Replies = {
  readonly said: readonly Said[];
  /** What was taken out of it. */
  readonly removed: readonly SecretKind[];
  /** What was in each box, to be shown again. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly BoxProblem[];
};

const box: TextField = { kind: 'long-text', min: 1, max: MOST_REPLY, needed: false };

/**
 * What was typed into the boxes of the case's page, `q1`, `q2` and `text`; or as a program says it, `question` and `text`.
 * Empty boxes are passed over, but something must be said. No secret is taken.
 */
export function readReplies(locale: Locale, given: Given): Replies {
  const boxes = boxesOf(given).map(([name, raw]) => ({ name, raw, read: readLine(box, raw) }));
  const problems = boxes.flatMap(({ name, read }) =>
    'code' in read ? [{ field: name, message: wordsOf(locale, name, read.code) }] : [],
  );
  const removed: SecretKind[] = [];
  const said = boxes.flatMap(({ name, read }): Said[] => {
    if ('code' in read || read.value === undefined) return [];
    const { text, kinds } = withoutSecrets(read.value);
    removed.push(...kinds);
    return [name === MESSAGE ? { text } : { question: name, text }];
  });
  const typed = Object.fromEntries(boxes.map(({ name, raw }) => [name, typeof raw === 'string' ? raw : '']));
  if (problems.length > 0 || said.length > 0) return { said, removed, typed, problems };
  const first = boxes[0]?.name ?? MESSAGE;
  return { said, removed, typed, problems: [{ field: first, message: importerWords(locale)['nothing-said'] }] };
}

function boxesOf(given: Given): (readonly [string, unknown])[] {
  const { question } = given;
  if (typeof question === 'string' && question !== '') return [[question.slice(0, 40), given[MESSAGE]]];
  return Object.entries(given).filter(([name]) => name === MESSAGE || /^q\d{1,4}$/.test(name));
}

function wordsOf(locale: Locale, name: string, code: Parameters<typeof problemWords>[1]['code']): string {
  const words = importerWords(locale);
  const label = name === MESSAGE ? words['message.label'] : words['questions.answer'];
  return problemWords(problemTextsOf(locale), { field: name, code }, { label }, box);
}
