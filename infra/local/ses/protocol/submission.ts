import MailComposer from 'nodemailer/lib/mail-composer';
import { missing, refuse, type Refusal } from './answer.ts';
import { addressesIn, bareAddresses, readHead, type Head } from './head.ts';

/** A mail as handed in: who sends, who gets it, and the mail. */
export interface Submission {
  source: string;
  recipients: string[];
  head: Head;
  bytes: number;
}

type ReadSubmission = (form: URLSearchParams) => Submission | Refusal | Promise<Submission | Refusal>;

/** `Destinations.member.1`, `.2` and so on, as the query protocol writes a list. */
const members = (form: URLSearchParams, name: string): string[] => {
  const found: string[] = [];
  for (;;) {
    const next = form.get(`${name}.member.${found.length + 1}`);
    if (next === null) return found;
    found.push(next);
  }
};

export const readRawEmail: ReadSubmission = (form) => {
  const data = form.get('RawMessage.Data');
  if (!data) return missing('rawMessage.data');
  if (data.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(data)) {
    return refuse('InvalidParameterValue', 'RawMessage.Data is not valid base64.');
  }
  return submissionOf(Buffer.from(data, 'base64'), form.get('Source'), members(form, 'Destinations'));
};

export const readEmail: ReadSubmission = async (form) => {
  const source = form.get('Source');
  const subject = form.get('Message.Subject.Data');
  const text = form.get('Message.Body.Text.Data');
  const html = form.get('Message.Body.Html.Data');
  if (!source) return missing('source');
  if (subject === null) return missing('message.subject');
  if (text === null && html === null) return missing('message.body');

  const [to = [], cc = [], bcc = []] = ['To', 'Cc', 'Bcc'].map((kind) => members(form, `Destination.${kind}Addresses`));
  const replyTo = members(form, 'ReplyToAddresses');
  const parts = { ...(text !== null && { text }), ...(html !== null && { html }) };
  const raw = await new MailComposer({ from: source, to, cc, replyTo, subject, ...parts }).compile().build();
  return submissionOf(raw, source, [...to, ...cc, ...bcc]);
};

const submissionOf = (raw: Buffer, source: string | null, destinations: string[]): Submission | Refusal => {
  const head = readHead(raw);
  if (!head) return refuse('InvalidParameterValue', 'The header section of the message is malformed.');
  const from = addressesIn(head, 'from');
  if (from.length === 0) return refuse('InvalidParameterValue', "Missing required header 'From'.");
  const recipients =
    destinations.length > 0
      ? destinations.flatMap((destination) => bareAddresses(destination))
      : ['to', 'cc', 'bcc'].flatMap((name) => addressesIn(head, name));
  const [sender = ''] = source ? bareAddresses(source) : from;
  return { source: sender, recipients, head, bytes: raw.length };
};
