/** Marks that show nothing and turn, join or hide what is around them: directions, zero widths, soft hyphens, tags. */
const HIDDEN = /[\p{Cf}\p{Co}\p{Cs}\u034f\ufe00-\ufe0f]/gu;

/** Spaces, line breaks and controls of every kind, and letters that only look like a space. */
const BLANK = /[\p{Z}\p{Cc}\u115f\u1160\u2800\u3164\uffa0]+/gu;

const squeezed = (text: string): string => text.replace(HIDDEN, '').replace(BLANK, ' ').trim();

/** At most `most` UTF-16 units, an ellipsis in the place of the rest, never half a character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text.slice(0, 2 * most))) {
    if (kept.length + segment.length >= most) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** As long as a company's name may be: a name that passed the form is never cut. */
const LONGEST_NAME = 100;

/** A stranger's text as one visible line, for a subject or a heading that the team reads. */
export const cleanLine = (text: string, most = LONGEST_NAME): string => cut(squeezed(text.slice(0, 4 * most)), most);

/** A number with what may stand between its digits, and a mark before it that makes it one to dial. */
const NUMBER = /((?:[+＋﹢:：﹕][^\p{L}\p{N}]*)?)(\p{N}(?:[^\p{L}\p{N}]*\p{N})*)/gu;

/**
 * A phone, account or Social Security number, or an IP address. The numbers of companies look otherwise:
 * `1234567 Ontario Inc.`, `9123-4567 Québec inc.`
 */
function mustGo(number: string, mark: string): boolean {
  const digits = number.replace(/\P{N}/gu, '').length;
  return (
    digits >= (mark === '' ? 9 : 7) ||
    /[+＋﹢](?:[^\p{L}\p{N}]*\p{N}){7}/u.test(number) ||
    /(?<!\p{N})\p{N}{3}[^\p{L}\p{N}]+\p{N}{4}/u.test(number) ||
    /\p{N}(?:[.。．｡․﹒︒]\p{N}+){3}/u.test(number)
  );
}

const withoutNumbers = (text: string): string =>
  text.replace(NUMBER, (all, mark: string, number: string) => (mustGo(number, mark) ? `${mark}…` : all));

/**
 * A stranger's text as one line in a letter to somebody else. Our letter must not carry his message: nothing in it may
 * turn into a link, a phone number or an address in the reader's mail program, or end our quotation marks.
 * `visit http://evil.example` reads `visit http: evil. example`.
 */
export const cleanForStrangers = (text: string, most = 80): string =>
  cut(
    squeezed(
      withoutNumbers(squeezed(text.slice(0, 4 * most)))
        .replace(/["“”„‟«»‹›＂]/g, "'")
        .replace(/\s*[/\\／](?:\s*[/\\／])+/g, ' ')
        // A single letter stays: `A.B. Smith Co.`
        .replace(/[.。．｡․﹒︒](?=[\p{L}\p{M}\p{N}]{2})/gu, '$& ')
        .replace(/[@＠﹫]/g, ' $&')
        .replace(/[@＠﹫:：﹕](?=[^\s…])/g, '$& '),
    ),
    most,
  );

/** More lines than this nobody reads in a letter. */
const MOST_LINES = 60;

/** A stranger's longer text, line by line as `cleanForStrangers`. What is cut or taken apart stands in the desk. */
export const cleanLines = (text: string): string =>
  text
    .split(/\r\n?|[\n\u2028\u2029]/, MOST_LINES)
    .map((line) => cleanForStrangers(line, 800))
    .join('\n')
    .trim();
