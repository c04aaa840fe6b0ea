/**
 * The words that say what a number is, in the languages our importers write: the nearest one before it counts. They are
 * read in see-through text, so without accents. To be thickened whenever one is missed; a test holds each.
 */
const words = (list: string): string => String.raw`(?<![a-z])(?:${list})s?(?![a-z])`;

const cues = {
  ssn: String.raw`ssn?|i?tin|soc(?:ial)?\W*sec\w*|social|seguro|sozialversicherung\w*|securite sociale|社会安全|社會安全|社保`,
  account: String.raw`accounts?|accts?|acc|a/c|iban|cuenta|cta|clabe|konto|kontonummer|compte|conta|[账帐賬帳][号户號戶]|卡[号號]`,
  routing: String.raw`routing|rtn|aba|transit|wire|ach|swift|bank\w*|banco|ruta|银行|銀行|联行号?|路由`,
  /** Another number, which is no secret. */
  other: String.raw`f?ein|entry|entries|bond|invoice|container|b/?l|hts|h?ref\w*|tracking|duns|zip|tele\w*|tel|phone|fax|cell|mobile|call|usd|电话|電話|发票`,
} as const;
export type Cue = keyof typeof cues;

const isCue = (name: string): name is Cue => Object.hasOwn(cues, name);
const named = Object.entries(cues).map(([name, list]) => `(?<${name}>${words(list)})`);
const any = new RegExp(`${named.join('|')}|(?<money>[$€£¥])`, 'gi');
const behind = new RegExp(String.raw`^[ (),:=-]*(?:[a-z]{1,4} ){0,4}(?:${named.join('|')})`, 'i');

/** A row of nothing but digits asks this at each of them. */
const hasWord = /[^\d\s.\-_/]/;

/** So far before its number a word may stand, in characters of the same sentence. */
const NEAR = 40;

/** Not the full stop of `acct. No.` */
const sentenceEnd = /[;!?]|[a-z]{2}\. (?=[A-Z](?!o\b|r\b|um))/;

export type Called = {
  readonly cue?: Cue | undefined;
  /** What stands between the word and the number. */ readonly between: string;
};

/** What a number is called that stands from one place to another: by the words before it, or else by those right behind it. */
export function calledAt(text: string, from: number, to: number): Called {
  const before =
    text
      .slice(Math.max(0, from - NEAR), from)
      .split(sentenceEnd)
      .at(-1) ?? '';
  const all = hasWord.test(before) ? [...before.matchAll(any)] : [];
  const last = all.at(-1);
  if (last) return { cue: nearest(all.map(nameOf)), between: before.slice(last.index + last[0].length) };
  const next = behind.exec(text.slice(to, to + NEAR));
  return { cue: next ? nameOf(next) : undefined, between: '' };
}

/** `account/routing:` stands before both. */
const nearest = (called: readonly Cue[]): Cue | undefined =>
  called.at(-1) === 'routing' && called.includes('account') ? 'account' : called.at(-1);

function nameOf({ groups }: RegExpExecArray): Cue {
  const name = Object.keys(groups ?? {}).find((name) => groups?.[name]);
  return name !== undefined && isCue(name) ? name : 'other';
}
