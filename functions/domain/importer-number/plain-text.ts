/** More than any importer number with its spaces: what is longer is refused unread. */
export const longest = 64;

/**
 * The text with what only looks different made the same: every dash a hyphen, every space one space, full-width
 * characters their ordinary form, ASCII letters capital, invisible marks and outer spaces gone.
 * All else stays, so that the reader can refuse it by name.
 */
export const plainText = (text: string): string =>
  ordinary(text)
    .replace(/\s+/g, ' ')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .trim();

/** Most numbers are plain ASCII, which needs none of the slow patterns. */
const ordinary = (text: string): string =>
  /^[ -~]*$/.test(text)
    ? text
    : text
        .replace(/[\p{Pd}\xad\u2043\u2212\u30fc\uff70]/gu, '-')
        .replace(/\p{Cf}/gu, '')
        .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** Between two groups: a hyphen with a space on either side or none, or a space alone. */
export const separator = / ?- ?| /g;
