/**
 * DNS at another provider than Route 53: says which records to enter, each as soon as it is known, since the deployment waits for the
 * first ones. Says nothing otherwise.
 */
import { broker } from '../broker.config.ts';
import { bounces, dmarc, email, mailDomain } from './email.ts';
import { site } from './site.ts';
import { dns, production } from './stage.ts';

const say = (records: string[]) => console.log(['Enter at your DNS provider:', ...records].join('\n  '));

if (production && dns === false) {
  email.nodes.identity.dkimSigningAttributes.apply((signing) =>
    say([
      ...(signing.tokens ?? []).map((token) => `${token}._domainkey.${mailDomain} CNAME ${token}.dkim.amazonses.com`),
      `${dmarc.name} TXT "${dmarc.value}"`,
      `${bounces} MX 10 feedback-smtp.${broker.region}.amazonses.com`,
      `${bounces} TXT "v=spf1 include:amazonses.com ~all"`,
    ]),
  );
  site.nodes.cdn?.nodes.distribution.domainName.apply((name) => say([`${broker.siteDomain} CNAME ${name}`]));
}
