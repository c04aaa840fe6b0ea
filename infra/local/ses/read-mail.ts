import { simpleParser, type ParsedMail } from 'mailparser';
import * as z from 'zod/mini';
import { becameKinds, type Mail } from './mail.ts';

const envelopeSchema = z.object({
  receivedAt: z.string(),
  source: z.string(),
  recipients: z.array(z.string()),
  became: z.optional(z.enum(becameKinds)),
});

/** What SES was told beside the mail itself; it differs from the headers for a blind copy. */
export type Envelope = z.infer<typeof envelopeSchema>;

const mark = 'X-Inbox-Envelope: ';

/**
 * The envelope travels as the first line of the kept file: one file and one rename, so that a kill
 * never leaves a mail without its recipients. Only a first line counts, so no mail can forge it.
 */
export const sealMail = (envelope: Envelope, raw: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${mark}${JSON.stringify(envelope)}\r\n`), raw]);

/** Gives back what was sealed, or nothing for a file that this inbox did not write. */
export const openMail = (file: Buffer): { envelope: Envelope; raw: Buffer } | undefined => {
  const end = file.indexOf('\r\n');
  const line = file.subarray(0, Math.max(end, 0)).toString();
  if (!line.startsWith(mark)) return undefined;
  const envelope = envelopeSchema.safeParse(parseJson(line.slice(mark.length)));
  return envelope.success ? { envelope: envelope.data, raw: file.subarray(end + 2) } : undefined;
};

/** `undefined` for what is no JSON: the schema says what is wrong with it. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads a mail for the list. Odd MIME never takes the inbox down: what cannot be parsed is shown as it came. */
export const readMail = async (id: string, file: Buffer): Promise<Mail | undefined> => {
  const opened = openMail(file);
  if (!opened) return undefined;
  const { envelope, raw } = opened;
  const { receivedAt, source, recipients, became } = envelope;
  const shown = { id, receivedAt, from: source, to: recipients, ...(became && { became }) };
  try {
    const parsed = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
    return {
      ...shown,
      from: parsed.from?.text ?? source,
      subject: parsed.subject ?? '',
      headers: readHeaders(parsed),
      text: parsed.text ?? '',
      html: parsed.html || '',
    };
  } catch {
    return { ...shown, subject: '', headers: {}, text: raw.toString(), html: '' };
  }
};

/** Every header as one line of text: decoded where the parser decodes it, as sent where it makes an object of it. */
const readHeaders = (parsed: ParsedMail): Record<string, string> => {
  const headers = new Map<string, string>();
  for (const { key, line } of parsed.headerLines) {
    if (!key) continue;
    const sent = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim();
    const before = headers.get(key);
    headers.set(key, before === undefined ? decoded(parsed, key, sent) : `${before}, ${sent}`);
  }
  return Object.fromEntries(headers);
};

const decoded = (parsed: ParsedMail, key: string, sent: string): string => {
  const value = parsed.headers.get(key);
  if (typeof value === 'string') return value;
  return typeof value === 'object' && 'text' in value && typeof value.text === 'string' ? value.text : sent;
};
