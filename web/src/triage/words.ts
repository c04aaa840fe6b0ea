import type { Locale } from '#domain/requests/locale.ts';
import type { GroupId, QuestionId, questions } from './graph.ts';
import en from './text/en.json' with { type: 'json' };
import es from './text/es.json' with { type: 'json' };
import zhHans from './text/zh-Hans.json' with { type: 'json' };

type Answers = { [Q in QuestionId]: `${Q}.${Extract<keyof (typeof questions)[Q], string>}` }[QuestionId];
/** A question and each of its answers; `.lead` of a question and `.hint` of an answer where it has one. */
type Needed = `${QuestionId}.title` | `${QuestionId}.lead` | `group.${GroupId}` | Answers;

/** The words of the questions. A question or an answer without words does not compile, nor a language that lacks one. */
export type TriageWords = typeof en & Readonly<Record<Needed, string>>;
const words: Record<Locale, TriageWords> = { en, es, 'zh-Hans': zhHans };

export const triageWords = (locale: Locale): Readonly<Record<string, string>> & TriageWords => words[locale];
