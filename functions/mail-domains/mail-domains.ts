import { domainToUnicode } from 'node:url';
import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import type { MailDomains } from '#casework/risk/ports.ts';

/** What a kept list and the platform know of domains. The list has 170 KB: only the door that weighs cases carries it. */
export const mailDomains: MailDomains = {
  isDisposable: isDisposableEmailDomain,
  toUnicode: (domain) => domainToUnicode(domain) || domain,
};
