import { questionTexts as accountError } from './account-error/question-texts.ts';
import { questionTexts as common } from './common/question-texts.ts';
import { questionTexts as emailUpdate } from './email-update/question-texts.ts';
import type { Locale } from './locale.ts';
import { questionTexts as nameQuery } from './name-query/question-texts.ts';
import { questionTexts as notifyParty } from './notify-party/question-texts.ts';
import { questionTexts as refundReturned } from './refund-returned/question-texts.ts';
import type { RequestTypeName } from './registry.ts';
import type { Texts } from './texts.ts';

/** A question that the team need not write again: its name for the desk, in English, its text in the importer's language. */
export type PreparedQuestion = { readonly id: string; readonly name: string; readonly text: string };

const own: Record<RequestTypeName, Record<Locale, Texts>> = {
  'name-query': nameQuery,
  'email-update': emailUpdate,
  'account-error': accountError,
  'refund-returned': refundReturned,
  'notify-party': notifyParty,
};

/** The type's own questions come first. */
export function questionsOf(locale: Locale, type: RequestTypeName): PreparedQuestion[] {
  const texts: Texts = { ...own[type][locale], ...common[locale] };
  return Object.entries({ ...own[type].en, ...common.en }).flatMap(([key, name]) => {
    const [id = '', part] = key.split('.');
    return part === 'name' ? [{ id, name, text: texts[`${id}.text`] ?? '' }] : [];
  });
}
