import { describe, expect, it } from 'vitest';
import { parsePolicy, type Stack } from './stack.ts';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/importer-desk-production-TableTable-';
const short = (resource: string) =>
  resource
    .replace(/^arn:aws:dynamodb:us-east-1:\d+:table\/importer-desk-production-TableTable-\w+/, 'table')
    .replace(/^arn:aws:(\w+):us-east-1:\d+:/, '$1 ')
    .replace(/importer-desk-production-(\w+)-\w{8}$/, '$1');

/** What each role may do, whole: a right more or less is a change of a trust zone and shall be seen here. */
const expected = {
  IntakeRole: [
    'dynamodb:PutItem on table when ForAllValues:StringLike dynamodb:LeadingKeys CASE#*, Null dynamodb:LeadingKeys false, StringEqualsIfExists dynamodb:ReturnValues NONE',
    'logs:CreateLogStream on logs log-group:/importer-desk/production/Intake:*',
    'logs:PutLogEvents on logs log-group:/importer-desk/production/Intake:*',
  ],
  PayOwedRole: [
    'dynamodb:DescribeStream on table/stream/1',
    'dynamodb:GetItem on table',
    'dynamodb:GetRecords on table/stream/1',
    'dynamodb:GetShardIterator on table/stream/1',
    'dynamodb:ListStreams on table/stream/1',
    'dynamodb:PutItem on table',
    'dynamodb:Query on table/index/importer',
    'dynamodb:Query on table/index/owed',
    'logs:CreateLogStream on logs log-group:/importer-desk/production/PayOwed:*',
    'logs:PutLogEvents on logs log-group:/importer-desk/production/PayOwed:*',
    // Finding 9: on the identity alone, every letter is denied.
    'ses:SendRawEmail on ses configuration-set/emailconfig when StringEquals ses:FromAddress desk@refunds.harborpine.example',
    'ses:SendRawEmail on ses identity/refunds.harborpine.example when StringEquals ses:FromAddress desk@refunds.harborpine.example',
    // Finding 3: a destination for failures brings no right along.
    'sqs:SendMessage on sqs StreamDeadQueue',
    'sqs:SendMessage on sqs TimerDeadQueue',
  ],
  TimerRole: ['lambda:InvokeFunction on lambda function:PayOwedFunction', 'sqs:SendMessage on sqs TimerDeadQueue'],
};

export function rights(stack: Stack) {
  describe('rights', () => {
    it.each(Object.entries(expected))('of %s are exactly these', (role, lines) => {
      const written = stack
        .rights(role)
        .map(({ action, resource, when }) =>
          [`${action} on ${short(resource)}`, when.join(', ')].filter(Boolean).join(' when '),
        );
      expect(written).toEqual(lines);
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
      ['PayOwedRole', 'lambda.amazonaws.com'],
      ['TimerRole', 'scheduler.amazonaws.com'],
    ])('%s is put on by %s alone', (role, service) => {
      const policy = parsePolicy(stack.one('iam/role:Role', role).inputs['assumeRolePolicy']);
      expect(policy.map(({ Effect, Action, Principal }) => ({ Effect, Action, Principal }))).toEqual([
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } },
      ]);
    });
  });
}
