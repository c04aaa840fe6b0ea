import addressparser from 'nodemailer/lib/addressparser';

/** The header section of a mail, kept line by line so that what is not touched goes on byte for byte. */
export interface Head {
  fields: readonly { name: string; lines: string }[];
  /** From the blank line on. */
  rest: Buffer;
}

/** Reads the header section, or nothing when a line in it is neither a field nor the continuation of one. */
export const readHead = (raw: Buffer): Head | undefined => {
  const end = /\r?\n\r?\n/.exec(raw.toString('latin1'));
  const head = raw.subarray(0, end?.index ?? raw.length).toString('latin1');
  const fields: { name: string; lines: string }[] = [];
  for (const line of head.replace(/\r?\n$/, '').split(/\r?\n/)) {
    const name = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1];
    const last = fields.at(-1);
    if (name) fields.push({ name: name.toLowerCase(), lines: line });
    else if (last && /^[ \t]/.test(line)) last.lines += `\r\n${line}`;
    else return undefined;
  }
  return { fields, rest: end ? raw.subarray(end.index) : Buffer.from('\r\n\r\n') };
};

/** Bare addresses of a field, groups opened. */
export const addressesIn = (head: Head, name: string): string[] =>
  valuesOf(head, name).flatMap((value) => bareAddresses(value));

/** The first field of that name, on one line. */
export const valueOf = (head: Head, name: string): string | undefined => valuesOf(head, name)[0]?.trim();

const valuesOf = ({ fields }: Head, name: string): string[] =>
  fields
    .filter((field) => field.name === name)
    .map(({ lines }) => lines.slice(lines.indexOf(':') + 1).replace(/\r\n/g, ''));

/** `Name <a@b.example>` gives `a@b.example`; what holds no address gives itself, for the check to refuse. */
export const bareAddresses = (text: string): string[] =>
  addressparser(text, { flatten: true }).map(({ name, address }) => address || name);

/** Fields that SES puts on itself, and fields that are for SES alone. */
const replaced = ['message-id', 'date', 'bcc', 'x-ses-configuration-set', 'x-ses-message-tags'];

/**
 * SES puts its own Message-ID and Date on every mail, and takes off Bcc and what is meant for SES. So does this inbox:
 * code that counts on its own Message-ID would work here and fail there.
 * https://docs.aws.amazon.com/ses/latest/dg/header-fields.html
 */
export const stampHead = ({ fields, rest }: Head, id: string, now: Date): Buffer => {
  const kept = fields.filter(({ name }) => !replaced.includes(name)).map(({ lines }) => lines);
  const ours = [`Message-ID: <${id}@email.amazonses.com>`, `Date: ${now.toUTCString().replace('GMT', '+0000')}`];
  return Buffer.concat([Buffer.from([...kept, ...ours].join('\r\n'), 'latin1'), rest]);
};
