import MailComposer from 'nodemailer/lib/mail-composer/index.js';
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
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    references: conversation,
    inReplyTo: conversation,
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'X-Importer-Desk-Letter': mail.kind,
      // Machines that answer for absent people must not answer us (RFC 3834).
      'Auto-Submitted': 'auto-generated',
    },
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, message) => (error ? reject(error) : resolve(message)));
  });
}
