/** How single answers of `broker.config.ts` must look. */

export const isAddress = (text: string) => /^[^\s@<>"]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);

/** A bare host name, lower case. */
export const isHost = (text: string) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text);

export const isHttps = (text: string) => text.startsWith('https://') && URL.canParse(text);

/** A website as browsers name it: https, one name, perhaps a port, and nothing behind it. */
export const isOrigin = (text: string) =>
  /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** `HH:MM`, so that times also compare as texts. */
export const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** A day that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === text;
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
