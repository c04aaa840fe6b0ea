import { expect, it } from 'vitest';
import { settings } from '../../functions/aws/settings.ts';

it('gives what infra set', () => {
  expect(settings({ TABLE_NAME: 'desk', ROUTER_SECRET: 's' })).toMatchObject({ tableName: 'desk', routerSecret: 's' });
});

it.each(['TABLE_NAME', 'SITE_URL', 'ROUTER_SECRET', 'OIDC_CLIENT_SECRET', 'TRACE_KEY', 'ALARM_WEBHOOK_SECRET'])(
  'refuses to open a door without %s, set or empty',
  (name) => {
    const read = (environment: NodeJS.ProcessEnv) => {
      const { tableName, siteUrl, routerSecret, oidcClientSecret, traceKey, alarmWebhookSecret } =
        settings(environment);
      return [tableName, siteUrl, routerSecret, oidcClientSecret, traceKey, alarmWebhookSecret];
    };
    const all = {
      TABLE_NAME: 'desk',
      SITE_URL: 'https://desk.example',
      ROUTER_SECRET: 's',
      OIDC_CLIENT_SECRET: 'o',
      TRACE_KEY: 't',
      ALARM_WEBHOOK_SECRET: 'whsec_w',
    };
    expect(() => read(all)).not.toThrow();
    expect(() => read({ ...all, [name]: '' })).toThrow(`${name} is not set`);
  },
);
