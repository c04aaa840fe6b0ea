import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { encodeWord } from 'nodemailer/lib/mime-funcs/index.js';
import type { Mail } from '#casework/ports.ts';

/**
 * A mail as MIME, by a kept library: text and HTML alternatives, encoded headers. All letters of a case refer to one
 * made-up first message, so that mail programs show them as one conversation (SES replaces the Message-ID itself).
 */
export async function mimeOf(mail: Mail): Promise<Uint8Array> {
  const conversation = `<${mail.conversation}@${mail.from.address.split('@').at(-1) ?? ''}>`;
  const composer = new MailComposer({
    from: mail.from,
    to: { name: '', address: mail.to },
    replyTo: mail.replyTo,
    text: mail.text,
    html: mail.html,
    references: conversation,
    inReplyTo: conversation,
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      Subject: subjectOf(mail.subject),
      'X-Importer-Desk-Letter': mail.kind,
      // The same letter again, in the same conversation: the answer to the first was lost.
      ...(mail.mayBeTwice && { 'X-Importer-Desk-May-Be-Twice': 'yes' }),
      // Machines that answer for absent people must not answer us (RFC 3834).
      'Auto-Submitted': 'auto-generated',
    },
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, message) => (error ? reject(error) : resolve(message)));
  });
}

/**
 * A subject that says what was written. The library lets a text pass that already looks encoded (`=?utf-8?Q?…?=`), and a
 * mail program would read it as something else, line breaks and links included: such a subject is encoded as a whole.
 */
const subjectOf = (subject: string) =>
  subject.includes('=?') ? { prepared: true, foldLines: true, value: encodeWord(subject, 'B', 52) } : subject;
