import { refuse, type Refusal } from './answer.ts';
import { addressesIn, type Head } from './head.ts';
import type { Submission } from './submission.ts';

/** What SES (version 1 of its API) refuses; https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
export const sesLimits = { recipients: 50, messageBytes: 10 * 1024 * 1024 } as const;

/** Fields that SES allows once; those that a letter of ours could double by mistake. */
const once = [
  'content-type',
  'from',
  'in-reply-to',
  'list-unsubscribe',
  'mime-version',
  'references',
  'reply-to',
  'subject',
];

/** Why SES would not take this mail, or nothing. */
export const findRefusal = (mail: Submission, verified: readonly string[], region: string): Refusal | undefined =>
  findBadMessage(mail) ?? findBadRecipient(mail.recipients) ?? findUnverified(mail, verified, region);

const findBadMessage = ({ bytes, head }: Submission): Refusal | undefined => {
  if (bytes > sesLimits.messageBytes) {
    return refuse(
      'InvalidParameterValue',
      `Message length is more than ${sesLimits.messageBytes} bytes long: '${bytes}'.`,
    );
  }
  const twice = once.find((name) => countOf(head, name) > 1);
  return twice ? refuse('InvalidParameterValue', `Duplicate header '${twice}'.`) : undefined;
};

const countOf = ({ fields }: Head, name: string): number => fields.filter((field) => field.name === name).length;

const findBadRecipient = (recipients: readonly string[]): Refusal | undefined => {
  if (recipients.length === 0)
    return refuse('InvalidParameterValue', 'No recipients: neither Destinations nor To, Cc or Bcc name any.');
  if (recipients.length > sesLimits.recipients) {
    return refuse('InvalidParameterValue', `Recipient count exceeds ${sesLimits.recipients}.`);
  }
  if (recipients.some((address) => !/^[^@]+@[^@]+$/.test(address))) {
    return refuse('InvalidParameterValue', "Missing final '@domain'");
  }
  // SES has no SMTPUTF8: an address that is not plain ASCII fails there, so it fails here.
  if (recipients.some((address) => /[^!-~]/.test(address))) {
    return refuse('InvalidParameterValue', 'Local address contains control or whitespace, or is not plain ASCII');
  }
  return undefined;
};

const findUnverified = (
  { source, head }: Submission,
  verified: readonly string[],
  region: string,
): Refusal | undefined => {
  const senders = new Set([source, ...['from', 'sender', 'return-path'].flatMap((name) => addressesIn(head, name))]);
  const failed = [...senders].filter((sender) => !isVerified(sender, verified));
  if (failed.length === 0) return undefined;
  const told = `The following identities failed the check in region ${region.toUpperCase()}: ${failed.join(', ')}`;
  return refuse('MessageRejected', `Email address is not verified. ${told}`);
};

/** A verified domain covers its subdomains; an address counts whatever its case. */
const isVerified = (sender: string, verified: readonly string[]): boolean => {
  const address = sender.toLowerCase();
  const domain = address.slice(address.lastIndexOf('@'));
  return verified
    .map((identity) => identity.toLowerCase())
    .some((identity) => address === identity || domain === `@${identity}` || domain.endsWith(`.${identity}`));
};
