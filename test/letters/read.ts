/** What a reader sees of a letter's HTML: its text, without tags, in lines. */
export const visible = (html: string): string =>
  (html.split('<body')[1] ?? '')
    .replace(/^[^>]*>/, '')
    .replace(/<br( \/)?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A letter's text without the marks of its quotes. */
export const unquoted = (text: string): string => text.replace(/^> /gm, '');

/** Nothing but letters, digits and signs, so that two texts compare whatever their line breaks. */
export const squashed = (text: string): string => text.replace(/[\s\u2028\u2029]+/g, '');

/** Words only: what the two parts of a letter must share. Marks of lists and lines are left out. */
export const wordsOnly = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** Every tag of a document with the names of its attributes: `['a', 'class', 'href']`. */
export const tagsOf = (html: string): string[][] =>
  [...html.matchAll(/<\/?([a-z0-9]+)((?:[^>"]|"[^"]*")*)>/gi)].map(([, tag = '', attributes = '']) => [
    tag.toLowerCase(),
    ...[...attributes.matchAll(/([a-z-]+)=(?:"[^"]*")?/gi)].map(([, name = '']) => name.toLowerCase()),
  ]);
