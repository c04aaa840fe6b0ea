import { asSaidHere, formatTags } from '../when.ts';
import { between } from '../requests/locale.ts';
import type { Locale } from '../requests/locale.ts';
import type { Broker, OfficeHours, Weekday } from './broker.ts';
import en from './text/en.json' with { type: 'json' };
import es from './text/es.json' with { type: 'json' };
import zhHans from './text/zh-Hans.json' with { type: 'json' };

const texts: Record<Locale, typeof en> = { en, es, 'zh-Hans': zhHans };
const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Puts values where a text says `{name}`; a name without a value stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Who we are and what we never ask: stands on every page and in every letter. */
export const brokerLine = (locale: Locale, broker: Broker): string =>
  fill(texts[locale].line, { broker: broker.name, licence: broker.licenceNumber });

export const brokerTagline = (locale: Locale): string => texts[locale].tagline;

/** `mon` is 2024-01-01: any Monday serves to name the days in a language. */
const dayName = (locale: Locale, day: Weekday) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + weekdays.indexOf(day)),
  );

function clock(locale: Locale, time: string): string {
  const [hour = '0', minute = '0'] = time.split(':');
  const options = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(formatTags[locale], options).format(
    Date.UTC(2024, 0, 1, Number(hour), Number(minute)),
  );
}

const zoneName = (locale: Locale, timeZone: string) =>
  asSaidHere(
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' })
      .formatToParts(0)
      .find((part) => part.type === 'timeZoneName')?.value ?? timeZone,
  );

type Stretch = { readonly first: Weekday; readonly last: Weekday; readonly open: string; readonly close: string };

/** Days in a row with the same hours belong together. */
function stretches({ days }: OfficeHours): Stretch[] {
  const found: Stretch[] = [];
  for (const [index, day] of weekdays.entries()) {
    const hours = days[day];
    const before = found.at(-1);
    if (!hours) continue;
    const goesOn = before?.last === weekdays[index - 1] && before?.open === hours.open && before.close === hours.close;
    if (before && goesOn) found[found.length - 1] = { ...before, last: day };
    else found.push({ first: day, last: day, ...hours });
  }
  return found;
}

/** The office hours as people say them: `Monday to Friday, 8:30 AM to 5:30 PM Eastern Time`. */
export const officeHoursWords = (locale: Locale, hours: OfficeHours): string =>
  stretches(hours)
    .map(({ first, last, open, close }) => {
      const [from, to] = [dayName(locale, first), dayName(locale, last)];
      const days = first === last ? from : fill(texts[locale].days, { first: from, last: to });
      const zone = zoneName(locale, hours.timeZone);
      return fill(texts[locale].hours, { days, from: clock(locale, open), to: clock(locale, close), zone });
    })
    .join(between[locale]);
