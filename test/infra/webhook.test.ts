/** A stack whose broker named a webhook: one door more, which both topics call, and nothing else is different. */
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { evaluate } from './evaluate.ts';
import { rightsWithWebhook } from './rights.ts';
import type { Stack } from './stack.ts';
import { tripped } from './tripped.ts';

const alarms = { ...broker.alarms, webhook: 'https://hooks.chat.example/in' };
const secret = `whsec_${Buffer.from('a secret of thirty-two letters!!').toString('base64')}`;

const stack = await evaluate('production', {
  broker: { alarms },
  environment: { SST_SECRET_AlarmWebhookSecret: secret },
});
const topicArn = (name: string) => `arn:aws:sns:us-east-1:000000000000:importer-desk-production-${name}`;
const door = stack.one('lambda/function:Function', 'AlarmWebhook').inputs;

describe('a webhook for alarms', () => {
  it('is a door with its secret, a log for a month, and nothing else in its environment', () => {
    expect(stack.errors).toEqual([]);
    expect(door).toMatchObject({
      timeout: 20,
      architectures: ['arm64'],
      runtime: 'nodejs24.x',
      loggingConfig: { logFormat: 'JSON', logGroup: '/importer-desk/production/AlarmWebhook' },
    });
    expect(stack.environment('AlarmWebhook')).toEqual({ ALARM_WEBHOOK_SECRET: secret });
    expect(JSON.stringify(stack.outputs)).not.toContain(secret);
  });

  it('may say something to nobody but that address', () => {
    rightsWithWebhook(stack);
  });

  it('is called by both topics, and by nobody else', () => {
    const mine = ({ inputs }: Stack['resources'][number]) => JSON.stringify(inputs).includes('AlarmWebhook');
    const called = stack.all('sns/topicSubscription:TopicSubscription').filter(mine);
    expect(called.map(({ inputs }) => [inputs['topic'], inputs['protocol']])).toEqual([
      [topicArn('Urgent'), 'lambda'],
      [topicArn('Soon'), 'lambda'],
    ]);
    const allowed = stack.all('lambda/permission:Permission').filter(mine);
    expect(allowed.map(({ inputs }) => [inputs['principal'], inputs['sourceArn'], inputs['action']])).toEqual([
      ['sns.amazonaws.com', topicArn('Urgent'), 'lambda:InvokeFunction'],
      ['sns.amazonaws.com', topicArn('Soon'), 'lambda:InvokeFunction'],
    ]);
  });

  it('is tried three times; what is given up waits where a person sees it', () => {
    const queue = String(stack.one('sqs/queue:Queue', 'WebhookDead').inputs['name']);
    expect(
      stack.one('lambda/functionEventInvokeConfig:FunctionEventInvokeConfig', 'AlarmWebhook').inputs,
    ).toMatchObject({
      maximumRetryAttempts: 2,
      destinationConfig: { onFailure: { destination: `arn:aws:sqs:us-east-1:000000000000:${queue}` } },
    });
  });

  it('loads from its bundle alone', () => {
    const bundle = new URL('../../.sst/artifacts/AlarmWebhook-test/bundle.mjs', import.meta.url).href;
    const script = `console.log(typeof (await import(${JSON.stringify(bundle)})).handler)`;
    const env = { ...stack.environment('AlarmWebhook'), AWS_REGION: 'us-east-1', PATH: process.env['PATH'] };
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: tmpdir(), env });
    expect(said.toString().trim()).toBe('function');
  });

  it('shows its dead letters on the dashboard', () => {
    expect(String(stack.one('cloudwatch/dashboard:Dashboard').inputs['dashboardBody'])).toContain('WebhookDeadQueue');
  });
});

tripped(stack, (name) => /^(AlarmWebhook|WebhookDead)/.test(name));

describe('a webhook without its secret', () => {
  it('stops the deployment, which says what it wants', async () => {
    const { errors } = await evaluate('production', { broker: { alarms } });
    expect(errors.join()).toContain('AlarmWebhookSecret');
  });
});
