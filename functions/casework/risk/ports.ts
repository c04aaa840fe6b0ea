/** What is known of the domains that mail goes to. */
export type MailDomains = {
  /** Whether a domain gives mailboxes to anybody for minutes. */
  readonly isDisposable: (domain: string) => boolean;
  /** `xn--…` as it is read; any other domain, and one that cannot be read, as it is. */
  readonly toUnicode: (domain: string) => string;
};
