import type { Locale } from './requests/locale.ts';

/** The customs is American, so its English and its Spanish are, too. */
export const formatTags: Record<Locale, string> = { en: 'en-US', es: 'es-US', 'zh-Hans': 'zh-Hans' };

/**
 * The platform's words as the rest of our texts are written: its Spanish for Eastern Time is nobody's in the United States,
 * its Chinese calls all zones North America's, and its Chinese dates have no spaces beside digits.
 */
export const asSaidHere = (text: string): string =>
  text
    .replace('hora oriental', 'hora del Este')
    .replace('北美', '美国')
    .replace(/\d(?=[年月日])|[年月日](?=\d)/g, '$& ');

/** A time in words, in the broker's zone, which is named: `Friday, July 10, 2026 at 5:30 PM Eastern Time`. */
export const when = (time: string, locale: Locale, timeZone: string): string =>
  asSaidHere(
    new Intl.DateTimeFormat(formatTags[locale], {
      ...({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const),
      ...({ hour: 'numeric', minute: '2-digit', timeZoneName: 'longGeneric', timeZone } as const),
    }).format(new Date(time)),
  )
    // The platform's narrow spaces are boxes in old mail programs.
    .replace(/[\u00a0\u202f]/g, ' ');

/** A value as moments are kept: it is told as a time in words. */
export const isMoment = (said: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(said) && !Number.isNaN(Date.parse(said));
