/** Hyphens that a mail program or an office program may have put in the place of the plain one. */
const hyphen = '[-\u00ad\u2010-\u2015\u2212]';
const ssnShape = new RegExp(`\\d{3}(${hyphen})\\d\\d(${hyphen})(\\d{4})`, 'g');

/**
 * A text with every Social Security number (NNN-NN-NNNN, wherever it stands, whatever touches it) as `***-**-1234`.
 * Nothing moves: the length stays the same, so columns do. Masking twice changes nothing more. The last four digits of one may
 * begin the next (`000-00-0000-31-0100`), so it looks again until there is none left.
 */
export function maskSsn(text: string): string {
  const masked = text.replace(ssnShape, '***$1**$2$3');
  return masked === text ? masked : maskSsn(masked);
}

/** Nine bare digits as `*****1234`: they may be an EIN, a Social Security number or neither. For texts where nobody needs them. */
export const maskBareNumber = (text: string): string => text.replace(/(?<!\d)\d{5}(\d{4})(?!\d)/g, '*****$1');
