import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Stack } from './stack.ts';

const all = ['Intake', 'Importer', 'Desk', 'PayOwed', 'MailFeedback', 'Watch'];

export function doors(stack: Stack) {
  describe('doors', () => {
    it('are these six', () => {
      const names = stack.all('lambda/function:Function').map(({ name }) => name);
      expect(names.sort()).toEqual([...all].sort().map((name) => `${name}Function`));
    });

    it.each([
      ['Intake', { timeout: 10, memorySize: 1024 }, ['ROUTER_SECRET', 'SITE_URL', 'TABLE_NAME']],
      ['Importer', { timeout: 10, memorySize: 1024 }, ['ROUTER_SECRET', 'SITE_URL', 'TABLE_NAME']],
      ['Desk', { timeout: 10, memorySize: 1024 }, ['ROUTER_SECRET', 'SITE_URL', 'TABLE_NAME', 'TRACE_KEY']],
      [
        'PayOwed',
        { timeout: 60, memorySize: 1024 },
        ['CANARY_KEY', 'MAIL_CONFIGURATION_SET', 'SITE_URL', 'TABLE_NAME', 'TRACE_KEY'],
      ],
      ['MailFeedback', { timeout: 60, memorySize: 1024 }, ['TABLE_NAME']],
      [
        'Watch',
        { timeout: 300, memorySize: 1024 },
        ['CANARY_KEY', 'CANARY_MAILBOX', 'INTAKE_LOG', 'SITE_URL', 'TABLE_NAME'],
      ],
    ])(
      '%s runs on arm64 and Node 24, logs JSON for a month, and knows only what it was given',
      (name, size, variables) => {
        const { inputs } = stack.one('lambda/function:Function', name);
        expect(inputs).toMatchObject({
          ...size,
          architectures: ['arm64'],
          runtime: 'nodejs24.x',
          loggingConfig: { logFormat: 'JSON', logGroup: `/importer-desk/production/${name}` },
        });
        expect(stack.one('cloudwatch/logGroup:LogGroup', name).inputs).toMatchObject({
          name: `/importer-desk/production/${name}`,
          retentionInDays: 30,
        });
        const given = Object.keys(stack.environment(name));
        expect(given.sort()).toEqual(variables);
      },
    );

    it('know the site by its https origin and the table by its name', () => {
      for (const name of all) {
        expect(stack.environment(name)['TABLE_NAME']).toBe(stack.one('dynamodb/table:Table').inputs['name']);
      }
      for (const name of all.filter((door) => door !== 'MailFeedback')) {
        expect(stack.environment(name)['SITE_URL']).toBe('https://refunds.harborpine.example');
      }
      expect(stack.environment('PayOwed')['MAIL_CONFIGURATION_SET']).toBe(
        stack.one('sesv2/configurationSet:ConfigurationSet').inputs['configurationSetName'],
      );
    });

    it('that leave traces of cases, or answer for them, have one key for that, long and made by chance', () => {
      const made = stack.resources.filter(({ name }) => name === 'TraceKey');
      expect(made).toMatchObject([{ inputs: { length: 48, special: false } }]);
      for (const name of ['Desk', 'PayOwed']) {
        expect(stack.environment(name)['TRACE_KEY']).toBe('secret-of-TraceKey');
      }
    });

    it('that post the canary and that check its mark have its key, long and made by chance; no other has', () => {
      const made = stack.resources.filter(({ name }) => name === 'CanaryKey');
      expect(made).toMatchObject([{ inputs: { length: 48, special: false } }]);
      const knowing = all.filter((name) => Object.values(stack.environment(name)).includes('secret-of-CanaryKey'));
      expect(knowing).toEqual(['PayOwed', 'Watch']);
    });

    it.each(all)('%s loads from its bundle alone', (name) => {
      const bundle = new URL(`../../.sst/artifacts/${name}-test/bundle.mjs`, import.meta.url).href;
      const script = `console.log(typeof (await import(${JSON.stringify(bundle)})).handler)`;
      const env = { ...stack.environment(name), AWS_REGION: 'us-east-1', PATH: process.env['PATH'] };
      const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: tmpdir(), env });
      expect(said.toString().trim()).toBe('function');
    });

    it('have no address of their own', () => {
      expect(stack.all('lambda/functionUrl:FunctionUrl')).toEqual([]);
      for (const { inputs } of stack.all('lambda/permission:Permission')) {
        expect(inputs['principal']).toBe('apigateway.amazonaws.com');
      }
    });

    it('that nobody visits have no way in from outside: no route leads to PayOwed, MailFeedback or Watch, and nothing may call them', () => {
      const uris = stack
        .all('apigatewayv2/integration:Integration')
        .map(({ inputs }) => String(inputs['integrationUri']));
      expect(uris.length).toBeGreaterThan(2);
      expect(
        uris.filter((uri) => !/function:importer-desk-production-(Intake|Importer|Desk)Function-\w+$/.test(uri)),
      ).toEqual([]);
      const callable = stack.all('lambda/permission:Permission').map(({ inputs }) => String(inputs['function']));
      expect(callable.filter((name) => /PayOwed|MailFeedback|Watch/.test(name))).toEqual([]);
    });

    it('are reached by these routes, the last for what no door knows', () => {
      const routes = stack.all('apigatewayv2/route:Route').map(({ inputs }) => inputs['routeKey']);
      expect(routes.sort()).toEqual([
        'ANY /api/desk/{proxy+}',
        'ANY /api/importer/{proxy+}',
        'ANY /api/{proxy+}',
        'GET /api/requests/sent/{reference}',
        'POST /api/requests/{type}',
      ]);
    });

    it('answer no other site', () => {
      expect(stack.one('apigatewayv2/api:Api').inputs['corsConfiguration']).toEqual({});
    });

    it('are throttled far above the budget of one address, as a guard of costs', () => {
      expect(stack.one('apigatewayv2/stage:Stage').inputs['defaultRouteSettings']).toEqual({
        throttlingRateLimit: 100,
        throttlingBurstLimit: 200,
      });
    });

    it('leave access logs for a month that hold the name of the route, and no path, address, browser or query', () => {
      const stage = stack.one('apigatewayv2/stage:Stage').inputs;
      const format = /"format":"(.*?)(?<!\\)"/.exec(JSON.stringify(stage['accessLogSettings']))?.[1] ?? '';
      expect(format.match(/\$context\.[\w.]+/g)?.sort()).toEqual([
        '$context.integrationStatus',
        '$context.requestId',
        '$context.requestTimeEpoch',
        '$context.responseLatency',
        '$context.routeKey',
        '$context.status',
      ]);
      expect(stack.one('cloudwatch/logGroup:LogGroup', 'ApiAccessLog').inputs['retentionInDays']).toBe(30);
    });

    it('keep every log for a time', () => {
      for (const { inputs } of stack.all('cloudwatch/logGroup:LogGroup')) expect(inputs['retentionInDays']).toBe(30);
    });
  });
}
