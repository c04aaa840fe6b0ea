import type { Broker } from './functions/domain/broker/broker.ts';

/**
 * The one file a broker edits. This broker is made up: its addresses end in .example and its licence number is nobody's.
 * The build refuses a configuration that would mislead an importer, and says what to change.
 */
export const broker: Broker = {
  name: 'Harbor & Pine Customs Brokers',
  licenceNumber: '00000',
  filerCode: 'XYZ',
  phone: '+1 555 010 0199',
  email: 'refunds@harborpine.example',
  website: 'https://harborpine.example',
  colours: { accent: '#0b5c63', accentDark: '#7fd1d6' },
  teamMailboxes: ['team@harborpine.example', 'backup@harborpine.example'],
  mailFrom: 'desk@refunds.harborpine.example',
  ownDomains: ['harborpine.example', 'refunds.harborpine.example'],
  siteDomain: 'refunds.harborpine.example',
  embedOn: ['https://www.harborpine.example'],
  members: [
    { name: 'Ada Osei', email: 'ada@harborpine.example', role: 'licensed' },
    { name: 'Luis Marin', email: 'luis@harborpine.example', role: 'member' },
    { name: 'Mei Tan', email: 'mei@harborpine.example', role: 'licensed' },
  ],
  // Whoever reads this code and Ada's mail can enrol Ada's first passkey. It works once; after that, take it out.
  signIn: { with: 'passkey', first: { email: 'ada@harborpine.example', code: 'lantern-4471-harbor' } },
  alarms: { quietOfficeHours: 18, monthlyDollars: 60 },
  languages: ['en', 'es', 'zh-Hans'],
  officeHours: {
    timeZone: 'America/New_York',
    days: {
      mon: { open: '08:30', close: '17:30' },
      tue: { open: '08:30', close: '17:30' },
      wed: { open: '08:30', close: '17:30' },
      thu: { open: '08:30', close: '17:30' },
      fri: { open: '08:30', close: '17:30' },
    },
    holidays: [
      '2026-11-26',
      '2026-12-25',
      '2027-01-01',
      '2027-01-18',
      '2027-02-15',
      '2027-05-31',
      '2027-06-18',
      '2027-07-05',
      '2027-09-06',
      '2027-10-11',
      '2027-11-11',
      '2027-11-25',
      '2027-12-24',
    ],
  },
  proofOfWork: false,
  dueOfficeHours: { default: 9, 'email-update': 18, 'notify-party': 18 },
  powerOfAttorneyLink: 'https://harborpine.example/power-of-attorney',
  showFullNumberToTeam: false,
  holdWorkingDays: { earlierContact: 1, letterOnFile: 5, solo: 1 },
  retentionDays: { unconfirmed: 90, declined: 365, closed: 5 * 365 + 2, powerOfAttorney: 5 * 365 + 2 },
  region: 'us-east-1',
};
