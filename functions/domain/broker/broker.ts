/** What `broker.config.ts` says: who the broker is and how this desk behaves. Durations are in the unit their name ends with. */
export type Member = { readonly name: string; readonly email: string; readonly role: 'member' | 'licensed' };

/** Office hours in the broker's own time zone; a day that is not named is closed. Times are `HH:MM`, 24 hours. */
export type OfficeHours = {
  readonly timeZone: string;
  readonly days: Readonly<Partial<Record<Weekday, { readonly open: string; readonly close: string }>>>;
  /** ISO dates, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
};
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export type Broker = {
  readonly name: string;
  /** The customs broker licence number, as issued. */
  readonly licenceNumber: string;
  /** The filer code of the broker's entries: three characters. */
  readonly filerCode: string;
  readonly phone: string;
  /** Where importers may write; shown on every page. */
  readonly email: string;
  readonly website: string;
  /** A path below web/public, or nothing: the name is then the logo. */
  readonly logo?: string;
  readonly colours: { readonly accent: string; readonly accentDark: string };
  /** The team's mailboxes: letters go to the first, the others stand in when it fails. */
  readonly teamMailboxes: readonly [string, ...string[]];
  /** The address that letters come from; its domain is the one set up in SES. */
  readonly mailFrom: string;
  /** The broker's own mail domains: never allowed as an importer's new address. */
  readonly ownDomains: readonly string[];
  /** The public site's host name in production. */
  readonly siteDomain: string;
  readonly members: readonly Member[];
  readonly languages: readonly ['en', ...string[]];
  readonly officeHours: OfficeHours;
  /** Office hours from receipt to the promised first answer, by request type; `default` serves types not named. */
  readonly dueOfficeHours: Readonly<Record<string, number> & { default: number }>;
  /** One sentence about the fee, or nothing when there is none to tell. */
  readonly feeText?: string;
  /** Where an importer can sign a power of attorney with this broker. */
  readonly powerOfAttorneyLink?: string;
  readonly showFullNumberToTeam: boolean;
  readonly retentionDays: { readonly unconfirmed: number; readonly declined: number; readonly closed: number };
  /** The AWS region: records of customs business stay in US customs territory (19 CFR 111.23, read 2026-07). */
  readonly region: string;
};

/**
 * What is wrong with a broker's configuration, in words for the person who edits it; empty when all is well.
 * The build, the local server and the deployment all refuse to go on while it is not empty.
 */
export function brokerProblems(broker: Broker): string[] {
  const problems: string[] = [];
  const wants = (fine: boolean, words: string) => {
    if (!fine) problems.push(`broker.config.ts: ${words}`);
  };
  wants(
    broker.name.trim().length >= 2,
    'name is empty. Give the brokerage its name, for example "Harbor & Pine Customs Brokers".',
  );
  wants(
    !/\b(CBP|DHS)\b|customs\s+(and|&)\s+border\s+protection/i.test(broker.name),
    "name must not contain CBP, DHS or Customs and Border Protection: this site must not look like the government's.",
  );
  wants(
    /^[0-9A-Z][0-9A-Z-]{1,}$/i.test(broker.licenceNumber.trim()),
    'licenceNumber is missing. Give your customs broker licence number, for example "00000".',
  );
  wants(
    /^us-[a-z]+-\d$/.test(broker.region),
    `region "${broker.region}" is not in the United States. Use for example "us-east-1".`,
  );
  wants(
    broker.teamMailboxes.every(isAddress),
    'teamMailboxes holds something that is not an email address, for example "team@broker.example".',
  );
  wants(isAddress(broker.mailFrom), 'mailFrom is not an email address, for example "desk@help.broker.example".');
  wants(
    broker.ownDomains.length > 0,
    'ownDomains is empty. Name every domain your staff receive mail at, for example "broker.example".',
  );
  wants(
    broker.ownDomains.every((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)),
    'ownDomains wants bare lower-case domains, for example "broker.example".',
  );
  wants(/^[A-Z0-9]{3}$/.test(broker.filerCode), 'filerCode is three capital letters or digits, for example "XYZ".');
  wants(
    /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(broker.siteDomain),
    'siteDomain wants a host name, for example "refunds.broker.example".',
  );
  wants(
    broker.members.every((member) => isAddress(member.email)),
    'members: each needs a name, an email address and a role.',
  );
  wants(Object.keys(broker.officeHours.days).length > 0, 'officeHours.days is empty: nothing could ever be due.');
  wants(
    isTimeZone(broker.officeHours.timeZone),
    `officeHours.timeZone "${broker.officeHours.timeZone}" is unknown. Use for example "America/New_York".`,
  );
  return problems;
}

const isAddress = (text: string) => /^[^\s@<>"]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
