import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { emailUpdate, hostile, nameQuery } from './cases.ts';
import { kinds, letter } from './letters.ts';

/** The HTML standard, without rules of taste. Mail programs know `presentation`, and keep styles only in the elements. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'void-style': 'off', 'doctype-style': 'off', 'no-inline-style': 'off', 'no-trailing-whitespace': 'off' },
});

it.each(kinds)('is valid HTML, whatever is in it: %s', async (kind) => {
  const answers = { companyName: hostile[0] ?? '', contactName: hostile[6] ?? '', note: hostile.join('\n') };
  for (const of of [emailUpdate(), nameQuery({ answers }), emailUpdate({ answers, numberWarnings: ['zero-serial'] })]) {
    const report = await validator.validateString(letter(kind, of).html);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`)),
    ).toEqual([]);
  }
});

it('would tell if it were not', async () => {
  expect((await validator.validateString('<p><div>x</div></p><a>')).valid).toBe(false);
});
