import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { looksLikeGovernment } from '#domain/broker/government-name.ts';
import { brokerProblems } from '#domain/broker/problems.ts';

const office = broker.officeHours;
const hours = (mon: object) => ({ officeHours: { ...office, days: { mon } } });
const holiday = (day: string) => ({ officeHours: { ...office, holidays: [day] } });
const member = (change: object) => ({ members: [{ ...broker.members[0], ...change }] });
const colours = (accent: string) => ({ colours: { ...broker.colours, accent } });
const people = (...members: object[]) => ({ members: members.map((one) => ({ ...broker.members[0], ...one })) });
const signIn = (change: object) => ({ signIn: { ...broker.signIn, ...change } });
const first = (change: object) =>
  signIn({ first: { email: 'ada@harborpine.example', code: 'lantern-4471-harbor', ...change } });
const provider = (change: object) => ({
  signIn: { with: 'oidc', issuer: 'https://id.broker.example', clientId: 'desk', secondFactor: 'claims', ...change },
});
const alarms = (change: object) => ({ alarms: { ...broker.alarms, ...change } });
const embed = (...embedOn: string[]) => ({ embedOn });
const kept = (closed: unknown) => ({ retentionDays: { ...broker.retentionDays, closed } });

/** What is changed, where the problem is said to be, and the words of it that help. */
const refused: readonly [rule: string, change: object, where: string, words: string][] = [
  ['no name', { name: ' ' }, 'name', '"Harbor & Pine Customs Brokers"'],
  ['a name of the government', { name: 'CBP Help' }, 'name', "must not look like the government's"],
  ['a missing name', { name: undefined }, 'name', 'is missing'],
  ['no licence', { licenceNumber: '' }, 'licenceNumber', 'is missing'],
  ['a licence without a digit', { licenceNumber: 'TBD' }, 'licenceNumber', '"00000"'],
  ['a filer code of two', { filerCode: 'XY' }, 'filerCode', '"XYZ"'],
  ['a phone of six digits', { phone: '555-010' }, 'phone', '7 digits'],
  ['an email without a domain', { email: 'refunds@' }, 'email', '"refunds@broker.example"'],
  ['a website over http', { website: 'http://harborpine.example' }, 'website', 'https://'],
  ['a website that is none', { website: 'https://' }, 'website', 'https://'],
  ['a link to sign that runs', { powerOfAttorneyLink: 'javascript:alert(1)' }, 'powerOfAttorneyLink', 'https://'],
  ['a colour by name', colours('teal'), 'colours.accent', '#rrggbb'],
  ['a short colour', colours('#0b5'), 'colours.accent', '#rrggbb'],
  ['no mailbox', { teamMailboxes: [] }, 'teamMailboxes', 'at least one'],
  ['a mailbox that is none', { teamMailboxes: ['a@b.example', 'team'] }, 'teamMailboxes[1]', '"team@broker.example"'],
  ['a sender that is none', { mailFrom: 'desk' }, 'mailFrom', '"desk@help.broker.example"'],
  ['no domain of its own', { ownDomains: [] }, 'ownDomains', 'every domain'],
  ['an own domain with an @', { ownDomains: ['@b.example'] }, 'ownDomains[0]', '"broker.example"'],
  ['a site with a scheme', { siteDomain: 'https://b.example' }, 'siteDomain', '"refunds.broker.example"'],
  [
    'a website to embed on over http',
    embed('http://www.harborpine.example'),
    'embedOn[0]',
    '"https://www.broker.example"',
  ],
  ['a page to embed on', embed('https://www.harborpine.example/help'), 'embedOn[0]', 'its name alone'],
  ['a website with a slash behind it', embed('https://www.harborpine.example/'), 'embedOn[0]', 'its name alone'],
  ['any website to embed on', embed('*'), 'embedOn[0]', 'its name alone'],
  ['any name of a website', embed('https://*.harborpine.example'), 'embedOn[0]', 'its name alone'],
  ['more than one in a line', embed('https://a.example https://b.example'), 'embedOn[0]', 'its name alone'],
  [
    "the government's own website",
    embed('https://a.example', 'https://www.cbp.gov'),
    'embedOn[1]',
    "not the government's",
  ],
  ['any website of the government', embed('https://help.agency.gov'), 'embedOn[0]', "not the government's"],
  ["a website with the government's name", embed('https://cbp-refunds.example'), 'embedOn[0]', "not the government's"],
  [
    'one website that is no list',
    { embedOn: 'https://www.harborpine.example' },
    'embedOn',
    '["https://www.broker.example"]',
  ],
  ['a member without a name', member({ name: '' }), 'members[0].name', '"Ada Osei"'],
  ['a member without an email', member({ email: 'ada' }), 'members[0].email', '"ada@broker.example"'],
  ['a member with an unknown role', member({ role: 'boss' }), 'members[0].role', '"licensed"'],
  [
    'nobody licensed',
    { ...people({ role: 'member' }), signIn: { with: 'passkey' } },
    'members',
    'nobody who is licensed',
  ],
  ['nobody at all', { members: [], signIn: { with: 'passkey' } }, 'members', 'nobody who is licensed'],
  ['a mailbox twice', people({}, { name: 'Bo', email: 'ADA@harborpine.example' }), 'members', 'twice'],
  ['no way to sign in', { signIn: undefined }, 'signIn', '{ with: "passkey" }'],
  ['an unknown way to sign in', { signIn: { with: 'password' } }, 'signIn.with', '{ with: "passkey" }'],
  ['more than a way to sign in', signIn({ password: 'x' }), 'signIn', '"password", which nobody asked for'],
  ['a short first code', first({ code: 'lantern-447' }), 'signIn.first.code', '12 characters'],
  ['a first member who is not licensed', first({ email: 'luis@harborpine.example' }), 'signIn.first.email', 'licensed'],
  ['a first member who is no member', first({ email: 'x@harborpine.example' }), 'signIn.first.email', 'licensed'],
  ['an issuer over http', provider({ issuer: 'http://id.broker.example' }), 'signIn.issuer', 'https://'],
  [
    "everybody's issuer",
    provider({ issuer: 'https://login.microsoftonline.com/common/v2.0' }),
    'signIn.issuer',
    'your own organisation',
  ],
  ['no id at the provider', provider({ clientId: '' }), 'signIn.clientId', 'is missing'],
  ['an unknown second factor', provider({ secondFactor: 'none' }), 'signIn.secondFactor', '"claims" or "provider"'],
  ['acr values of two words', provider({ acrValues: ['a b'] }), 'signIn.acrValues[0]', 'without spaces'],
  ['nothing about alarms', { alarms: undefined }, 'alarms', 'quietOfficeHours: 18'],
  ['a webhook over http', alarms({ webhook: 'http://chat.example' }), 'alarms.webhook', 'https://'],
  [
    'an urgent mailbox that is none',
    alarms({ urgentMailbox: 'ada' }),
    'alarms.urgentMailbox',
    '"pager@broker.example"',
  ],
  ['quiet that never ends', alarms({ quietOfficeHours: 0 }), 'alarms.quietOfficeHours', 'above 0'],
  ['no bill that is too high', alarms({ monthlyDollars: undefined }), 'alarms.monthlyDollars', 'is missing'],
  ['an alarm that is misspelt', alarms({ webHook: 'https://chat.example' }), 'alarms', '"webHook", which nobody asked'],
  ['no language', { languages: [] }, 'languages', '["en"]'],
  ['a language without texts', { languages: ['en', 'fr'] }, 'languages[1]', '"en"'],
  ['an unknown time zone', { officeHours: { ...office, timeZone: 'Mars' } }, 'officeHours.timeZone', 'New_York'],
  ['no open day', { officeHours: { ...office, days: {} } }, 'officeHours.days', 'names no day'],
  [
    'an unknown day',
    { officeHours: { ...office, days: { ...office.days, monday: {} } } },
    'officeHours.days',
    '"monday"',
  ],
  ['an hour of one digit', hours({ open: '8:30', close: '17:30' }), 'officeHours.days.mon.open', 'two digits'],
  ['hours of half a day', hours({ open: '08:30', close: '5:30 PM' }), 'officeHours.days.mon.close', '24 hours'],
  ['a minute that is none', hours({ open: '08:60', close: '17:30' }), 'officeHours.days.mon.open', '"08:30"'],
  ['an hour that is none', hours({ open: '08:30', close: '24:00' }), 'officeHours.days.mon.close', '"08:30"'],
  ['no closing time', hours({ open: '08:30' }), 'officeHours.days.mon.close', 'is missing'],
  ['a day that never ends', hours({ open: '08:30', close: '08:30' }), 'officeHours.days.mon', 'close after its open'],
  ['a day backwards', hours({ open: '17:30', close: '08:30' }), 'officeHours.days.mon', 'close after its open'],
  ['a holiday as Americans write it', holiday('12/25/2026'), 'officeHours.holidays[0]', '"2026-12-25"'],
  ['a holiday that does not exist', holiday('2027-02-29'), 'officeHours.holidays[0]', '"2026-12-25"'],
  ['no default of what is due', { dueOfficeHours: { 'name-query': 9 } }, 'dueOfficeHours.default', 'is missing'],
  ['due in no time', { dueOfficeHours: { default: 0 } }, 'dueOfficeHours.default', 'above 0'],
  ['due never', { dueOfficeHours: { default: 9, x: Infinity } }, 'dueOfficeHours.x', 'above 0'],
  ['due in words', { dueOfficeHours: { default: 9, x: '9' } }, 'dueOfficeHours.x', 'above 0'],
  ['nothing about keeping', { retentionDays: undefined }, 'retentionDays', 'is missing'],
  ['a time to keep that is missing', kept(undefined), 'retentionDays.closed', 'is missing'],
  ['a time to keep that the law makes longer', kept(1826), 'retentionDays.closed', 'five years'],
  ['a full number perhaps', { showFullNumberToTeam: 'yes' }, 'showFullNumberToTeam', 'true or false'],
  ['records abroad', { region: 'eu-central-1' }, 'region', 'in the United States'],
];

describe("a broker's configuration", () => {
  it('as shipped has no problem', () => {
    expect(brokerProblems(broker)).toEqual([]);
  });

  it.each(refused)('is refused with %s', (_, change, where, words) => {
    const problems = brokerProblems({ ...broker, ...change });
    expect(problems).toEqual([expect.stringContaining(words)]);
    expect(problems[0]?.startsWith(`broker.config.ts: ${where} `)).toBe(true);
    expect(problems[0]).toMatch(/for example|"|must/);
  });

  it('is told every problem at once', () => {
    const all = { ...broker, name: '', phone: '1', ...hours({ open: '9', close: '17' }), region: '' };
    const places = brokerProblems(all).map((problem) => problem.split(' ')[1]);
    expect(places).toEqual(['name', 'phone', 'officeHours.days.mon.open', 'officeHours.days.mon.close', 'region']);
  });

  it.each([undefined, null, [], 'broker'])('is refused when it is %j', (nothing) => {
    expect(brokerProblems(nothing)).toHaveLength(1);
  });

  it.each([
    { with: 'passkey' },
    { with: 'passkey', first: { email: 'ADA@harborpine.example', code: 'twelve signs' } },
    { with: 'oidc', issuer: 'http://localhost:4999', clientId: 'desk', secondFactor: 'claims', acrValues: ['mfa'] },
    { ...provider({ secondFactor: 'provider' }).signIn },
  ])('may say $with to sign in: %j', (said) => {
    expect(brokerProblems({ ...broker, signIn: said })).toEqual([]);
  });

  it('never repeats a code', () => {
    expect(brokerProblems({ ...broker, ...first({ code: 'secret-1' }) }).join()).not.toContain('secret-1');
  });

  it.each([
    { webhook: 'https://hooks.chat.example/in?room=desk' },
    { urgentMailbox: 'pager@harborpine.example' },
    { quietOfficeHours: 4.5, monthlyDollars: 0.5 },
  ])('may say how to be woken: %j', (change) => {
    expect(brokerProblems({ ...broker, ...alarms(change) })).toEqual([]);
  });

  it.each([[[]], [['https://www.harborpine.example', 'https://shop.harborpine.example:8443']]])(
    'may be shown in frames on %j',
    (embedOn) => {
      expect(brokerProblems({ ...broker, embedOn })).toEqual([]);
    },
  );

  it('may leave out what it need not say', () => {
    const { powerOfAttorneyLink, logo: _, feeText: __, embedOn: ___, ...bare } = broker;
    expect(powerOfAttorneyLink).toBeDefined();
    expect(brokerProblems(bare)).toEqual([]);
  });
});

describe("a name of the government's", () => {
  it.each([
    ...['CBP', 'cbp help', 'CBP_Help', 'CBPs', "CBP's Desk", 'CBP-Refunds', 'CBPHelp', 'CBP24', 'USCBP Refunds'],
    ...[
      'C.B.P. Help',
      'C. B. P. Help',
      'C B P',
      'U.S. C.B.P.',
      'A C.B.P. Desk',
      'ＣＢＰ Help',
      'D.H.S.',
      'DHS Brokers',
    ],
    ...['Customs and Border Protection', 'Customs & Border Protection', 'Customs and Border-Protection'],
    ...['Customs + Border Protection', 'U.S. CUSTOMS_AND_BORDER_PROTECTION', 'Customs Border Protection Help'],
  ])('is %s', (name) => {
    expect(looksLikeGovernment(name)).toBe(true);
  });

  it.each([
    ...['Harbor & Pine', 'Harbor & Pine Customs Brokers', 'Bucbpor', 'Bucbpor Customs', 'Wadhsworth', 'CBPX Logistics'],
    ...['C.B. Pierce & Co', 'D. H. Smith', 'C&B Partners', 'Border Customs Brokers', 'Customs and Border Brokers'],
  ])('is not %s', (name) => {
    expect(looksLikeGovernment(name)).toBe(false);
  });
});
