import type { Field } from './field.ts';

/**
 * What an input says about its question, so that a browser helps without any script. Never stricter than the door, and no
 * `maxlength`: that cuts what is pasted in silence, where the door says what is too long.
 */
export type InputAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Compiled with the `v` flag; `[^]` and not a dot, which leaves out two kinds of line end. At least seven digits: an extension may stand behind them in many ways. */
const PHONE = String.raw`(\D*\d){7}[^]*`;
/** At least the four digits that the shortest number has (the end of a Social Security number), in any script's width. */
const NUMBER = String.raw`(\P{Nd}*\p{Nd}){4}[^]*`;
const NAME = String.raw`[^]*[\p{L}\p{N}][^]*`;

function shape(field: Field): InputAttributes {
  switch (field.kind) {
    case 'line':
      return { type: 'text', minlength: field.min > 1 ? field.min : undefined, pattern: NAME };
    case 'email':
      return { type: 'email', spellcheck: 'false' };
    case 'phone':
      return { type: 'tel', pattern: PHONE };
    case 'extension':
      return { type: 'text', inputmode: 'numeric', pattern: String.raw`\s*\d+\s*` };
    case 'importer-number':
      // Text, not numeric: an EIN's suffix may hold letters, and some telephones' digit keyboards have none.
      // One that may be left out can lie folded, where no browser can show what it refuses.
      return {
        ...{ type: 'text', autocomplete: 'off', spellcheck: 'false' },
        ...(field.needed && { pattern: NUMBER }),
      };
    case 'long-text':
    case 'radio':
    case 'select':
    case 'tick':
      return {};
  }
}

/** Only what every requester must answer is `required`: a browser without script cannot know the other cases. */
export const isRequired = (field: Field): boolean => field.needed === true && field.when === undefined;

export const inputAttributes = (field: Field): InputAttributes => ({
  ...shape(field),
  ...('autocomplete' in field && { autocomplete: field.autocomplete }),
  required: isRequired(field),
});
