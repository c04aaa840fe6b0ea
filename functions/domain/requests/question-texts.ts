import accountError from './account-error/text/questions.en.json' with { type: 'json' };
import common from './common/text/questions.en.json' with { type: 'json' };
import emailUpdate from './email-update/text/questions.en.json' with { type: 'json' };
import type { Locale } from './locale.ts';
import nameQuery from './name-query/text/questions.en.json' with { type: 'json' };
import notifyParty from './notify-party/text/questions.en.json' with { type: 'json' };
import refundReturned from './refund-returned/text/questions.en.json' with { type: 'json' };
import type { RequestTypeName } from './registry.ts';
import type { Texts } from './texts.ts';

/** A question that the team need not write again: its name for the desk, in English, its text in the importer's language. */
export type PreparedQuestion = { readonly id: string; readonly name: string; readonly text: string };

/** The type's own questions come first. */
const words: Record<Locale, Record<RequestTypeName, Texts>> = {
  en: {
    'name-query': { ...nameQuery, ...common },
    'email-update': { ...emailUpdate, ...common },
    'account-error': { ...accountError, ...common },
    'refund-returned': { ...refundReturned, ...common },
    'notify-party': { ...notifyParty, ...common },
  },
};

export function questionsOf(locale: Locale, type: RequestTypeName): PreparedQuestion[] {
  const texts = words[locale][type];
  return Object.entries(words.en[type]).flatMap(([key, name]) => {
    const [id = '', part] = key.split('.');
    return part === 'name' ? [{ id, name, text: texts[`${id}.text`] ?? '' }] : [];
  });
}
