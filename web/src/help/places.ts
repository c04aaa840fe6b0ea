import type { Locale } from '#domain/requests/locale.ts';
import { knownName } from '../triage/walk.ts';
import type { Result } from '../triage/result.ts';
import type { Place } from './faq.ts';

/** Addresses below the language. Brokers put them into their letters: they stay as they are. */
export function pathOf(place: Place): string {
  if ('guide' in place) return `help/${place.guide}/`;
  if ('result' in place) return `help/answer/${place.result}/`;
  return place.question === 'shown' ? '' : `help/question/${place.question}/`;
}

export const addressOf = (locale: Locale, place: Place): string => `/${locale}/${pathOf(place)}`;

/** The form with what its reader has said filled in, if that says something about it. */
export const knownPath = ({ type, known }: NonNullable<Result['request']>): string =>
  ['ask', type, knownName(known), ''].filter((part, nth) => part !== '' || nth === 3).join('/');
