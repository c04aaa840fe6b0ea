import { isLocale } from '#domain/requests/locale.ts';
import type { Locale } from '#domain/requests/locale.ts';

const { lang } = document.documentElement;
export const locale: Locale = isLocale(lang) ? lang : 'en';

/** What the script may say lies in the page, in its language: nothing has to be fetched. */
const texts = new Map(
  [...(document.querySelector('template')?.content.children ?? [])].map((text) => [
    text.getAttribute('data-say'),
    text.textContent,
  ]),
);

export const word = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  (texts.get(key) ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
