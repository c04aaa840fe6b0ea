import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a finder with patience would do with everything that is kept somewhere. Owes nothing to the code that it checks. */
export const plain = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660))
    .replace(/\p{Cf}/gu, '');

/** A text to look through: its digits without what stands between them, and its words. */
export function haystack(text: string) {
  const seen = plain(text);
  const rows = (seen.match(/\d(?:[^\p{L}\p{N}]{0,4}\d)*/gu) ?? []).map((row) => row.replace(/\D/g, ''));
  const digits = rows.join(' ');
  const words = seen.toLowerCase();
  return {
    size: text.length,
    holds: (needle: string) => (/^\d+$/.test(needle) ? digits.includes(needle) : words.includes(needle.toLowerCase())),
  };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => statSync(file).isFile());

/** Every file below a folder, as it lies there. */
export const bytesOf = (folder: string): string =>
  filesIn(folder)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
const base64 = (text: string): string =>
  (text.match(/^(?:[A-Za-z\d+/]{40,}={0,2}\r?\n)+(?:[A-Za-z\d+/]+={0,2})?/gm) ?? [])
    .map((block) => Buffer.from(block, 'base64').toString('utf8'))
    .join('\n');

/** Every mail file, as it lies there and decoded. */
export const mailFilesOf = (folder: string): string =>
  filesIn(folder)
    .filter((file) => file.endsWith('.eml'))
    .map((file) => readFileSync(file, 'latin1'))
    .flatMap((mail) => [mail, quotedPrintable(mail), base64(mail)])
    .join('\n');
