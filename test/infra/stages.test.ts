/** What is refused before anything is made, and how a stage that is not production differs. */
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { app, evaluate } from './evaluate.ts';
import type { Stack } from './stack.ts';

describe('the configuration', () => {
  it.each(['eu-central-1', 'ca-central-1', 'ap-southeast-1', ''])('refuses the region "%s"', async (region) => {
    await expect(app('production', { region })).rejects.toThrow('a region in the United States');
  });

  it('takes a region of the United States for the whole stack', async () => {
    await expect(app('production', { region: 'us-west-2' })).resolves.toMatchObject({
      providers: { aws: { region: 'us-west-2' } },
    });
  });

  it('refuses a broker without a licence', async () => {
    await expect(app('production', { licenceNumber: '' })).rejects.toThrow('licenceNumber is missing');
  });
});

describe('a deployment', () => {
  it('refuses to reject the mail of the staff', async () => {
    const stack = await evaluate('production', { broker: { mailFrom: 'desk@harborpine.example' } });
    expect(stack.errors.join()).toContain('Give the desk a domain of its own');
  });

  it('writes no DNS record where the deployer brings a certificate, and says which to enter', async () => {
    const certificate = 'arn:aws:acm:us-east-1:000000000000:certificate/own';
    const stack = await evaluate('production', { environment: { CERTIFICATE_ARN: certificate } });
    expect(stack.errors).toEqual([]);
    expect(stack.all('route53/record:Record')).toEqual([]);
    expect(stack.one('cloudfront/distribution:Distribution').inputs).toMatchObject({
      aliases: ['refunds.harborpine.example'],
      viewerCertificate: { acmCertificateArn: certificate },
    });
    for (const record of [
      'token1._domainkey.refunds.harborpine.example CNAME token1.dkim.amazonses.com',
      '_dmarc.refunds.harborpine.example TXT "v=DMARC1; p=reject;',
      'bounce.refunds.harborpine.example MX 10 feedback-smtp.us-east-1.amazonses.com',
      'bounce.refunds.harborpine.example TXT "v=spf1 include:amazonses.com ~all"',
      'refunds.harborpine.example CNAME sitecdndistribution.cloudfront.net',
    ]) {
      expect(stack.said).toContain(record);
    }
  });

  it('after a loss uses the table that was restored, in every door, and makes none', async () => {
    const stack = await evaluate('production', { restored: { production: 'importer-desk-restored' } });
    expect(stack.errors).toEqual([]);
    expect(stack.all('dynamodb/table:Table')).toEqual([]);
    for (const door of ['Intake', 'Importer', 'Desk', 'PayOwed'])
      expect(stack.environment(door)).toMatchObject({ TABLE_NAME: 'importer-desk-restored' });
    const arn = 'arn:aws:dynamodb:us-east-1:000000000000:table/importer-desk-restored';
    const sources = stack
      .all('lambda/eventSourceMapping:EventSourceMapping')
      .map(({ inputs }) => inputs['eventSourceArn']);
    expect(sources).toContain(`${arn}/stream/1`);
    expect(stack.rights('PayOwed').map(({ resource }) => resource)).toContain(`${arn}/index/owed`);
    expect(stack.rights('Intake').map(({ resource }) => resource)).toContain(arn);
  });

  it('of another stage than the one that lost its table makes its own', async () => {
    const stack = await evaluate('trial', { restored: { production: 'importer-desk-restored' } });
    expect(stack.environment('Intake')['TABLE_NAME']).not.toBe('importer-desk-restored');
    expect(stack.all('dynamodb/table:Table')).toHaveLength(1);
  });

  it('in another region keeps the firewall where CloudFront looks for it', async () => {
    const stack = await evaluate('production', { broker: { region: 'us-west-2' } });
    expect(stack.one('wafv2/webAcl:WebAcl').inputs['region']).toBe('us-east-1');
    expect(stack.one('dynamodb/table:Table').inputs['streamViewType']).toBe('NEW_IMAGE');
  });

  it('in another region hears of the firewall there, by a topic of that region', async () => {
    const stack = await evaluate('production', { broker: { region: 'us-west-2' } });
    const alarm = stack.one('cloudwatch/metricAlarm:MetricAlarm', 'RequestsRefusedAlarm').inputs;
    const topic = stack.one('sns/topic:Topic', 'SoonOfFirewall');
    expect([alarm['region'], topic.inputs['region']]).toEqual(['us-east-1', 'us-east-1']);
    expect(alarm['alarmActions']).toEqual(['arn:aws:sns:us-east-1:000000000000:importer-desk-production-Soon']);
    const reached = stack
      .all('sns/topicSubscription:TopicSubscription')
      .filter(({ name }) => name.startsWith('SoonOfFirewall'))
      .map(({ inputs }) => [inputs['endpoint'], inputs['region']]);
    expect(reached).toEqual([
      ['team@harborpine.example', 'us-east-1'],
      ['backup@harborpine.example', 'us-east-1'],
    ]);
    // All others stay where their doors are.
    const others = stack
      .all('cloudwatch/metricAlarm:MetricAlarm')
      .flatMap(({ inputs }) => z.array(z.string()).optional().parse(inputs['alarmActions']) ?? [])
      .filter((topicArn) => topicArn.startsWith('arn:aws:sns:us-east-1:'));
    expect(others).toHaveLength(1);
  });
});

describe('urgent alarms', () => {
  it('also reach the mailbox that is named for them, and nobody twice', async () => {
    const stack = await evaluate('production', {
      broker: {
        teamMailboxes: ['team@harborpine.example', 'backup@harborpine.example'],
        alarms: { urgentMailbox: 'pager@harborpine.example', quietOfficeHours: 9, monthlyDollars: 60 },
      },
    });
    expect(stack.errors).toEqual([]);
    const reached = stack
      .all('sns/topicSubscription:TopicSubscription')
      .filter(({ inputs }) => inputs['protocol'] === 'email')
      .map(({ name, inputs }) => `${name} ${String(inputs['endpoint'])}`);
    expect(reached.sort()).toEqual([
      'SoonMailbox1 team@harborpine.example',
      'SoonMailbox2 backup@harborpine.example',
      'UrgentMailbox1 team@harborpine.example',
      'UrgentMailbox2 backup@harborpine.example',
      'UrgentMailbox3 pager@harborpine.example',
    ]);
    expect(stack.one('cloudwatch/metricAlarm:MetricAlarm', 'QuietAlarm').inputs['threshold']).toBe(9);
  });

  it('reach one mailbox once, where it is named twice', async () => {
    const stack = await evaluate('production', {
      broker: {
        teamMailboxes: ['team@harborpine.example', 'team@harborpine.example'],
        alarms: { urgentMailbox: 'team@harborpine.example', quietOfficeHours: 9, monthlyDollars: 60 },
      },
    });
    const reached = stack.all('sns/topicSubscription:TopicSubscription');
    const mailed = reached.filter(({ inputs }) => inputs['protocol'] === 'email').map(({ name }) => name);
    expect(mailed.sort()).toEqual(['SoonMailbox1', 'UrgentMailbox1']);
    expect(stack.one('budgets/budget:Budget').inputs['notifications']).toMatchObject([
      { subscriberEmailAddresses: ['team@harborpine.example'] },
      { subscriberEmailAddresses: ['team@harborpine.example'] },
    ]);
  });
});

describe('a trial stage', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await evaluate('trial');
  });

  it('can be removed whole', () => {
    expect(stack.errors).toEqual([]);
    expect(stack.app).toMatchObject({ removal: 'remove', protect: false });
    expect(stack.one('dynamodb/table:Table')).toMatchObject({
      retainOnDelete: false,
      inputs: { deletionProtectionEnabled: false, pointInTimeRecovery: { enabled: true } },
    });
  });

  it('needs no domain: CloudFront names the site, one confirmed address sends the mail', () => {
    expect(stack.all('route53/record:Record')).toEqual([]);
    expect(stack.one('cloudfront/distribution:Distribution').inputs['aliases']).toEqual([]);
    expect(stack.one('sesv2/emailIdentity:EmailIdentity').inputs['emailIdentity']).toBe(
      'desk@refunds.harborpine.example',
    );
    expect(stack.environment('PayOwed')['SITE_URL']).toMatch(/^https:\/\/.*\.cloudfront\.net$/);
  });

  it('gives its doors the same rights, and the receivers that the sandbox of SES asks for', () => {
    const actions = stack.rights('PayOwedRole').map(({ action, resource }) => `${action} ${resource}`);
    expect(actions).toContain('ses:SendRawEmail arn:aws:ses:us-east-1:000000000000:identity/*');
    expect(stack.rights('IntakeRole').map(({ action }) => action)).toEqual([
      'dynamodb:PutItem',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
  });
});
