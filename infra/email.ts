/** Who letters come from: the domain of `mailFrom`, signed, with a policy that lets nobody else write in its name. */
import { broker } from '../broker.config.ts';
import { dns, production } from './stage.ts';

export const mailDomain = broker.mailFrom.slice(broker.mailFrom.indexOf('@') + 1);
const people = [...broker.teamMailboxes, broker.email, ...broker.members.map((member) => member.email)];

// The policy below (DMARC) rejects what SES did not sign: it must never meet the mail that the staff write.
if (people.some((address) => address.endsWith(`@${mailDomain}`))) {
  throw new Error(
    `broker.config.ts: mailFrom is at ${mailDomain}, where people have mailboxes. Give the desk a domain of its own, for example "desk@refunds.${mailDomain}".`,
  );
}

/** Nobody but SES, with our signature, writes in the desk's name. */
export const dmarc = { name: `_dmarc.${mailDomain}`, value: 'v=DMARC1; p=reject; adkim=s; aspf=r;' };
/** Bounces return below our own domain, so that SPF agrees with the sender as DKIM does. */
export const bounces = `bounce.${mailDomain}`;

/** A whole domain in production. A trial stage confirms the one address by a link that AWS mails to it, and needs no DNS. */
const sender = production
  ? { sender: mailDomain, dns, dmarc: dmarc.value, mailFrom: { domain: bounces } }
  : { sender: broker.mailFrom };

export const email = new sst.aws.Email('Email', {
  ...sender,
  transform: {
    identity: production ? { dkimSigningAttributes: { nextSigningKeyLength: 'RSA_2048_BIT' } } : {},
    configurationSet: {
      // A letter may hold what CBP has on file: it travels encrypted or not at all.
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      reputationOptions: { reputationMetricsEnabled: true },
      // Not BOUNCE: the desk itself stops letters to a mailbox that bounced (casework/mailboxes), and SES would go on refusing one that
      // was mended, whatever a member says. How to take a complaint off the list: docs/operations.md.
      suppressionOptions: { suppressedReasons: ['COMPLAINT'] },
    },
  },
});
