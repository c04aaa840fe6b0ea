import { HtmlValidate } from 'html-validate';

/** The HTML standard, without rules of taste. Mail programs know `presentation`, and keep styles only in the elements. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'void-style': 'off', 'doctype-style': 'off', 'no-inline-style': 'off', 'no-trailing-whitespace': 'off' },
});

/** What is wrong with a document, line by line. */
export async function faults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`));
}
