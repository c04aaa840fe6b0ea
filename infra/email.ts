/** Who letters come from: the domain of `mailFrom`, signed, with a policy that lets nobody else write in its name. */
import { broker } from '../broker.config.ts';
import { dns, production } from './stage.ts';

const domain = broker.mailFrom.slice(broker.mailFrom.indexOf('@') + 1);
const people = [...broker.teamMailboxes, broker.email, ...broker.members.map((member) => member.email)];

// The policy below rejects what SES did not sign: it must never meet the mail that the staff write.
if (people.some((address) => address.endsWith(`@${domain}`))) {
  throw new Error(
    `broker.config.ts: mailFrom is at ${domain}, where people have mailboxes. Give the desk a domain of its own, for example "desk@refunds.${domain}".`,
  );
}

/** A whole domain in production. A trial stage confirms the one address by a link that AWS mails to it, and needs no DNS. */
const sender = production
  ? {
      sender: domain,
      dns,
      dmarc: 'v=DMARC1; p=reject; adkim=s; aspf=r;',
      // Bounces return below our own domain, so that SPF agrees with the sender as DKIM does.
      mailFrom: { domain: `bounce.${domain}` },
    }
  : { sender: broker.mailFrom };

export const email = new sst.aws.Email('Email', {
  ...sender,
  transform: {
    identity: production ? { dkimSigningAttributes: { nextSigningKeyLength: 'RSA_2048_BIT' } } : {},
    configurationSet: {
      // A letter may hold what CBP has on file: it travels encrypted or not at all.
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      reputationOptions: { reputationMetricsEnabled: true },
      suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    },
  },
});
