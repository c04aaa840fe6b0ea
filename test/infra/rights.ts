import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePolicy, type Stack } from './stack.ts';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/importer-desk-production-TableTable-';
const short = (resource: string) =>
  resource
    .replace(/^arn:aws:dynamodb:us-east-1:\d+:table\/importer-desk-production-TableTable-\w+/, 'table')
    .replace(/^arn:aws:(\w+):us-east-1:\d+:/, '$1 ')
    .replace(/importer-desk-production-(\w+)-\w{8}$/, '$1');

const aws = new URL('../../functions/aws/', import.meta.url);

/** Only items whose key begins so. */
const keys = (kinds: string) =>
  `ForAllValues:StringLike dynamodb:LeadingKeys ${kinds}, Null dynamodb:LeadingKeys false`;
const deskItems = 'CASE#*|ASK#*|LINK#*|SESSION#*|MEMBER#*|TRIP#*|DAY#*';
const trail = 'TRAIL#*|CASETRAIL#*|TRAILS#*';
const owedItems = 'CASE#*|ASK#*|LINK#*|DAY#*|BUDGET#*';
const logsOf = (door: string) =>
  ['CreateLogStream', 'PutLogEvents'].map(
    (action) => `logs:${action} on logs log-group:/importer-desk/production/${door}:*`,
  );

/** What each role may do, whole: a right more or less is a change of a trust zone and shall be seen here. */
const expected = {
  IntakeRole: [
    `dynamodb:PutItem on table when ${keys('CASE#*')}, StringEqualsIfExists dynamodb:ReturnValues NONE`,
    ...logsOf('Intake'),
  ],
  // One case by its reference, never a list.
  ImporterRole: [
    `dynamodb:GetItem on table when ${keys('CASE#*')}`,
    `dynamodb:PutItem on table when ${keys('CASE#*')}`,
    `dynamodb:PutItem on table when ${keys('ASK#*')}`,
    // In the audit trail: chains of cases, and that they grew. No member's chain.
    `dynamodb:PutItem on table when ${keys('CASETRAIL#*')}`,
    `dynamodb:PutItem on table when ${keys('TRAILS#case#*')}`,
    `dynamodb:Query on table when ${keys('CASE#*')}`,
    `dynamodb:Query on table when ${keys('CASETRAIL#*')}`,
    ...logsOf('Importer'),
  ],
  DeskRole: [
    ...['GetItem', 'PutItem', 'Query'].map((action) => `dynamodb:${action} on table when ${keys(deskItems)}`),
    // How the desk itself is. A member can say that a mailbox is well again, and nothing else of this.
    ...['GetItem', 'PutItem'].map((action) => `dynamodb:${action} on table when ${keys('MAILBOX#*')}`),
    `dynamodb:GetItem on table when ${keys('CANARY#*')}`,
    `dynamodb:Query on table when ${keys('HOURS#*')}`,
    // Entries of the audit trail are put and read in order; one that is there is never asked for to be changed.
    ...['PutItem', 'Query'].map((action) => `dynamodb:${action} on table when ${keys(trail)}`),
    ...['assignee', 'company', 'contact-mailbox', 'day', 'importer', 'new-mailbox', 'owed', 'queue'].map(
      (index) => `dynamodb:Query on table/index/${index}`,
    ),
    ...logsOf('Desk'),
  ],
  PayOwedRole: [
    'dynamodb:DescribeStream on table/stream/1',
    `dynamodb:GetItem on table when ${keys(owedItems)}`,
    `dynamodb:GetItem on table when ${keys('HEADS#*')}`,
    // Whether a mailbox is dead: it asks, it does not say.
    `dynamodb:GetItem on table when ${keys('MAILBOX#*')}`,
    'dynamodb:GetRecords on table/stream/1',
    'dynamodb:GetShardIterator on table/stream/1',
    'dynamodb:ListStreams on table/stream/1',
    `dynamodb:PutItem on table when ${keys(owedItems)}`,
    `dynamodb:PutItem on table when ${keys('HEADS#*')}`,
    `dynamodb:Query on table when ${keys('CASE#*|DAY#*')}`,
    `dynamodb:Query on table when ${keys(trail)}`,
    'dynamodb:Query on table/index/contact-mailbox',
    'dynamodb:Query on table/index/day',
    'dynamodb:Query on table/index/importer',
    'dynamodb:Query on table/index/new-mailbox',
    'dynamodb:Query on table/index/owed',
    ...logsOf('PayOwed'),
    // Finding 9: on the identity alone, every letter is denied.
    'ses:SendRawEmail on ses configuration-set/emailconfig when StringEquals ses:FromAddress desk@refunds.harborpine.example',
    'ses:SendRawEmail on ses identity/refunds.harborpine.example when StringEquals ses:FromAddress desk@refunds.harborpine.example',
    // Finding 3: a destination for failures brings no right along.
    'sqs:SendMessage on sqs StreamDeadQueue',
    'sqs:SendMessage on sqs TimerDeadQueue',
  ],
  TimerRole: ['lambda:InvokeFunction on lambda function:PayOwedFunction', 'sqs:SendMessage on sqs TimerDeadQueue'],
  // It hears SES, writes down what it heard, and sends nothing.
  MailFeedbackRole: [
    ...['GetItem', 'PutItem'].map((action) => `dynamodb:${action} on table when ${keys('CASE#*|MAILBOX#*|CANARY#*')}`),
    ...logsOf('MailFeedback'),
    ...['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((action) => `sqs:${action} on sqs FeedbackQueue`),
  ],
  // It reads cases and puts none; of all logs it reads the public door's alone.
  WatchRole: [
    `dynamodb:Query on table when ${keys('CASE#*')}`,
    ...['GetItem', 'PutItem'].map((action) => `dynamodb:${action} on table when ${keys('CANARY#*')}`),
    ...['PutItem', 'Query'].map((action) => `dynamodb:${action} on table when ${keys('HOURS#*')}`),
    'dynamodb:Query on table/index/day',
    ...logsOf('Watch'),
    'logs:FilterLogEvents on logs log-group:/importer-desk/production/Intake:*',
    'sqs:SendMessage on sqs WatchDeadQueue',
  ],
  QuarterTimerRole: ['lambda:InvokeFunction on lambda function:WatchFunction', 'sqs:SendMessage on sqs WatchDeadQueue'],
  HourTimerRole: ['lambda:InvokeFunction on lambda function:WatchFunction', 'sqs:SendMessage on sqs WatchDeadQueue'],
};

/** The one more, where the broker named a webhook: it can say something to nobody but that address. */
const withWebhook = {
  AlarmWebhookRole: [...logsOf('AlarmWebhook'), 'sqs:SendMessage on sqs WebhookDeadQueue'],
};

const written = (stack: Stack, role: string) =>
  stack
    .rights(role)
    .map(({ action, resource, when }) =>
      [`${action} on ${short(resource)}`, when.join(', ')].filter(Boolean).join(' when '),
    )
    .sort();

export function rights(stack: Stack) {
  describe('rights', () => {
    it.each(Object.entries(expected))('of %s are exactly these', (role, lines) => {
      expect(written(stack, role)).toEqual([...lines].sort());
    });

    it('name every kind of item that the adapters keep', () => {
      const adapters = readdirSync(aws, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
      const kinds = adapters.flatMap((file) => {
        const source = readFileSync(new URL(file, aws), 'utf8');
        return [...source.matchAll(/pk: \{ S: `([A-Z]+)#|prefix: '([A-Z]+)'|'([A-Z]+)#\w+'|`([A-Z]+)#\$\{/g)].flatMap(
          ([, ...found]) => found.find(Boolean) ?? [],
        );
      });
      const named = [
        ...Object.values(expected)
          .flat()
          .join(' ')
          .matchAll(/([A-Z]+)#\*/g),
      ].map(([, kind]) => kind);
      // Not items: what an index calls its debts.
      const debts = ['OWED', 'ASKS', 'ENDS', 'HELD', 'GONE'];
      expect([...new Set(kinds)].filter((kind) => !debts.includes(kind)).sort()).toEqual([...new Set(named)].sort());
    });

    it('are given to no other role', () => {
      const roles = stack.all('iam/role:Role').map(({ name }) => name);
      expect(roles.sort()).toEqual(Object.keys(expected).sort());
      for (const type of ['iam/rolePolicy:RolePolicy', 'iam/rolePolicyAttachment:RolePolicyAttachment']) {
        expect(stack.all(type)).toEqual([]);
      }
    });

    it('name no action by a star, and a resource only below one of our own', () => {
      for (const role of Object.keys(expected)) {
        for (const { action, resource } of stack.rights(role)) {
          expect(action).not.toContain('*');
          expect(resource.replace(/(log-group:\/importer-desk\/production\/\w+):\*$/, '$1')).not.toContain('*');
          if (action.startsWith('dynamodb:')) expect(resource.startsWith(table)).toBe(true);
        }
      }
    });

    it.each([
      ['IntakeRole', 'lambda.amazonaws.com'],
      ['ImporterRole', 'lambda.amazonaws.com'],
      ['DeskRole', 'lambda.amazonaws.com'],
      ['PayOwedRole', 'lambda.amazonaws.com'],
      ['MailFeedbackRole', 'lambda.amazonaws.com'],
      ['WatchRole', 'lambda.amazonaws.com'],
      ['TimerRole', 'scheduler.amazonaws.com'],
      ['QuarterTimerRole', 'scheduler.amazonaws.com'],
      ['HourTimerRole', 'scheduler.amazonaws.com'],
    ])('%s is put on by %s alone', (role, service) => {
      const policy = parsePolicy(stack.one('iam/role:Role', role).inputs['assumeRolePolicy']);
      expect(policy.map(({ Effect, Action, Principal }) => ({ Effect, Action, Principal }))).toEqual([
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } },
      ]);
    });
  });
}

/** Of a stack with a webhook: the same roles, and the one more. */
export function rightsWithWebhook(stack: Stack): void {
  expect(
    stack
      .all('iam/role:Role')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys({ ...expected, ...withWebhook }).sort());
  for (const [role, lines] of Object.entries(withWebhook)) expect(written(stack, role)).toEqual([...lines].sort());
}
