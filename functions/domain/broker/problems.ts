import * as z from 'zod/mini';
import { isLocale } from '../requests/locale.ts';
import { looksLikeGovernment } from './government-name.ts';
import { alarms } from './alarms-problems.ts';
import { address, atLeast, filled, link, list, object, ownOrigin, positive, text, unlike } from './asked.ts';
import { isDate, isHost, isTime, isTimeZone } from './said.ts';
import { firstIsLicensed, members, signIn } from './sign-in-problems.ts';

const host = (wanted: string) => text(isHost, `${wanted}, for example "refunds.broker.example"`);
const colour = text((said) => /^#[0-9a-f]{6}$/i.test(said), 'a colour as #rrggbb, for example "#0b5c63"');
const time = text(isTime, 'a time as HH:MM, two digits each and 24 hours, for example "08:30"');
const days = positive('a number of days above 0, for example 365');
// 19 CFR 111.23(b), read 2026-07. Two leap days lie in some five years.
const fiveYears = atLeast(5 * 365 + 2, 'five years or more in days (19 CFR 111.23), for example 1827');
const workingDays = positive('a number of working days above 0, for example 1');
const hours = positive('office hours above 0, for example 9');

const day = object(
  { open: time, close: time },
  'the hours of that day, for example { open: "08:30", close: "17:30" }',
).check(
  z.refine(({ open, close }) => !isTime(open) || !isTime(close) || open < close, {
    error: unlike('a close after its open on the same day, for example { open: "08:30", close: "17:30" }'),
  }),
);
const open = z.optional(day);
const week = z
  .strictObject(
    { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `names ${issue.keys.map((key) => `"${key}"`).join(' and ')}. Days are mon, tue, wed, thu, fri, sat and sun, for example mon: { open: "08:30", close: "17:30" }.`
          : unlike('the days on which you are open, for example { mon: { open: "08:30", close: "17:30" } }')(issue),
    },
  )
  .check(
    z.refine((said) => Object.keys(said).length > 0, {
      error:
        'names no day: nothing could ever be due. It wants for example { mon: { open: "08:30", close: "17:30" } }.',
    }),
  );

const config = object(
  {
    name: text(
      (said) => said.trim().length >= 2,
      'the name of the brokerage, for example "Harbor & Pine Customs Brokers"',
    ).check(
      z.refine((said) => !looksLikeGovernment(said), {
        error:
          'must not contain CBP, DHS or Customs and Border Protection: this site must not look like the government\'s. It wants your own name, for example "Harbor & Pine Customs Brokers".',
      }),
    ),
    licenceNumber: text(
      (said) => /^[0-9A-Z-]*\d[0-9A-Z-]*$/i.test(said.trim()) && said.trim().length >= 2,
      'your customs broker licence number, as issued and with its digits, for example "00000"',
    ),
    filerCode: text((said) => /^[A-Z0-9]{3}$/.test(said), 'three capital letters or digits, for example "XYZ"'),
    phone: text(
      (said) => said.replace(/\D/g, '').length >= 7,
      'a telephone number of 7 digits or more, for example "+1 555 010 0199"',
    ),
    email: address('refunds@broker.example'),
    website: link,
    colours: object(
      { accent: colour, accentDark: colour },
      'two colours, for example { accent: "#0b5c63", accentDark: "#7fd1d6" }',
    ),
    teamMailboxes: filled(address('team@broker.example'), 'at least one mailbox, for example ["team@broker.example"]'),
    mailFrom: address('desk@help.broker.example'),
    ownDomains: filled(
      text(isHost, 'a bare lower-case domain, for example "broker.example"'),
      'every domain your staff receive mail at, for example ["broker.example"]',
    ),
    siteDomain: host('the host name of the site'),
    embedOn: z.optional(list(ownOrigin, 'your own websites, for example ["https://www.broker.example"]')),
    members,
    signIn,
    alarms,
    languages: filled(
      text(isLocale, 'a language that all texts exist in, for example "en"'),
      'languages, for example ["en"]',
    ),
    officeHours: object(
      {
        timeZone: text(isTimeZone, 'a time zone, for example "America/New_York"'),
        days: week,
        holidays: list(
          text(isDate, 'a date as YYYY-MM-DD, for example "2026-12-25"'),
          'dates, for example ["2026-12-25"]',
        ),
      },
      'timeZone, days and holidays, for example { timeZone: "America/New_York", days: {}, holidays: [] }',
    ),
    dueOfficeHours: z.catchall(
      object({ default: hours }, 'office hours by request type, for example { default: 9 }'),
      hours,
    ),
    proofOfWork: z.boolean({ error: unlike('true on the days of an attack, else false') }),
    powerOfAttorneyLink: z.optional(link),
    showFullNumberToTeam: z.boolean({ error: unlike('true or false, for example false') }),
    holdWorkingDays: object(
      { earlierContact: workingDays, letterOnFile: workingDays, solo: workingDays },
      'working days, for example { earlierContact: 1, letterOnFile: 5, solo: 1 }',
    ),
    retentionDays: object(
      { unconfirmed: days, declined: days, closed: fiveYears, powerOfAttorney: fiveYears },
      'days, for example { unconfirmed: 90, declined: 365, closed: 1827, powerOfAttorney: 1827 }',
    ),
    region: text((said) => /^us-[a-z]+-\d$/.test(said), 'a region in the United States, for example "us-east-1"'),
  },
  'a broker',
).check(
  z.refine((said) => firstIsLicensed(said), {
    path: ['signIn', 'first', 'email'],
    error:
      'names nobody who is licensed. It wants the mailbox of a member with the role "licensed", for example "ada@broker.example".',
  }),
);

/**
 * What is wrong with a broker's configuration, in words for the person who edits it; empty when all is well.
 * The build, the local server and the deployment all refuse to go on while it is not empty.
 */
export const brokerProblems = (broker: unknown): string[] =>
  (config.safeParse(broker).error?.issues ?? []).map(
    ({ path, message }) => `broker.config.ts: ${z.core.toDotPath(path)} ${message}`,
  );
