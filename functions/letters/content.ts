import type { Locale } from '#domain/requests/locale.ts';

/**
 * A piece of a sentence: our words; words that no line break may part; what somebody else wrote, which is set apart and
 * never taken for ours; or a link, which only the broker's own configuration may make.
 */
export type Span =
  string | { readonly whole: string } | { readonly said: string } | { readonly link: string; readonly href: string };
export type Words = string | readonly Span[];

export type Row = {
  readonly label: string;
  readonly value: Words;
  /** `key` is what the eye looks for, `code` is copied letter by letter, `quote` is a longer text, kept in its lines. */
  readonly look?: 'key' | 'code' | 'quote';
};

/**
 * What a letter says, piece by piece. It is described once and rendered twice (`html.ts`, `plain.ts`), so that the two
 * parts of a mail never disagree.
 */
export type Block =
  /** Who writes. */
  | { readonly block: 'brand'; readonly name: string }
  /** A part in another language than the letter's. */
  | { readonly block: 'part'; readonly language: Locale; readonly blocks: readonly Block[] }
  /** Above all else: what the reader must know before reading on. */
  | { readonly block: 'first'; readonly line: string; readonly below?: string }
  | { readonly block: 'title'; readonly words: Words; readonly below?: Words }
  | { readonly block: 'heading'; readonly words: string }
  | { readonly block: 'paragraph'; readonly words: Words }
  | { readonly block: 'warning'; readonly title: string; readonly points: readonly Words[] }
  | { readonly block: 'points'; readonly points: readonly Words[] }
  /** Points in an order. */
  | { readonly block: 'steps'; readonly steps: readonly Words[] }
  | { readonly block: 'rows'; readonly rows: readonly Row[] }
  | { readonly block: 'quote'; readonly words: Words }
  /** Words to type somewhere, sign by sign: set apart, their spaces shown. */
  | { readonly block: 'typed'; readonly label: string; readonly text: string }
  /** Of lesser weight than a paragraph. */
  | { readonly block: 'small'; readonly words: Words }
  | { readonly block: 'link'; readonly label: string; readonly href: string }
  /** What the letter is sent for: one press. The address stands below it, for who would rather see where it leads. */
  | { readonly block: 'button'; readonly label: string; readonly href: string };

export type Content = {
  readonly subject: string;
  readonly language: Locale;
  readonly blocks: readonly Block[];
  readonly footer: readonly Block[];
};

/** The words as one string, for the plain part and for comparing. */
export const spoken = (words: Words): string => (typeof words === 'string' ? words : words.map(spokenSpan).join(''));

function spokenSpan(span: Span): string {
  if (typeof span === 'string') return span;
  if ('whole' in span) return span.whole;
  return 'said' in span ? span.said : span.link;
}

/**
 * A text with its `{placeholders}` filled, in one pass: what is filled in is never read again, so an answer that holds
 * `{broker}` or `$&` stays as it was written. A placeholder that nobody fills is a mistake of ours.
 */
export function fill(text: string, values: Readonly<Record<string, Span>>): Span[] {
  return text.split(/(\{[a-zA-Z]+\})/).flatMap((part, place) => {
    if (place % 2 === 0) return part === '' ? [] : [part];
    const name = part.slice(1, -1);
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`nothing fills ${part}`);
    return [value];
  });
}

/** `fill` for our own words only: a subject, a label. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string => spoken(fill(text, values));
