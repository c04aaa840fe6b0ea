import type { Locale } from './locale.ts';
import type { Answers } from './read-request.ts';
import { requestTypes } from './registry.ts';
import type { RequestTypeName } from './registry.ts';
import type { RequestType } from './request-type.ts';
import { text, textsOf } from './texts.ts';

/** The answers that make the certifying person's name, in the order the statement says it. */
export const certifierFields = ['certifierFirst', 'certifierMiddle', 'certifierLast'] as const;

export const certifierOf = (answers: Answers): string =>
  certifierFields
    .map((name) => answers[name])
    .filter(Boolean)
    .join(' ');

/** The words that were ticked, filled in, and their version; nothing for a type without a statement. */
export function statementOf(
  type: RequestTypeName,
  locale: Locale,
  answers: Answers,
  brokerName: string,
): { version: string; text: string } | undefined {
  const { statement }: RequestType = requestTypes[type];
  if (!statement) return undefined;
  const fills: Record<string, string> = { certifier: certifierOf(answers), broker: brokerName };
  const words = text(textsOf(locale, type), `${statement.field}.yes`);
  return {
    version: statement.version,
    text: words.replace(/\{(certifier|broker)\}/g, (_, name: string) => fills[name] ?? ''),
  };
}
