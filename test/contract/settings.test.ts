import { expect, it } from 'vitest';
import { settings } from '../../functions/aws/settings.ts';

it('gives what infra set', () => {
  expect(settings({ TABLE_NAME: 'desk', ROUTER_SECRET: 's' })).toMatchObject({ tableName: 'desk', routerSecret: 's' });
});

const all = {
  TABLE_NAME: 'desk',
  SITE_URL: 'https://desk.example',
  ROUTER_SECRET: 's',
  OIDC_CLIENT_SECRET: 'o',
  TRACE_KEY: 't',
  ALARM_WEBHOOK_SECRET: 'whsec_w',
  CANARY_KEY: 'c',
  CANARY_MAILBOX: 'canary@desk.example',
  INTAKE_LOG: '/desk/Intake',
};

it.each(Object.keys(all))('refuses to open a door without %s, set or empty', (name) => {
  // Every one of them is asked for: reading is what refuses.
  const read = (environment: NodeJS.ProcessEnv) => Object.values(settings(environment));
  expect(read(all)).toEqual(expect.arrayContaining(Object.values(all)));
  expect(() => read({ ...all, [name]: '' })).toThrow(`${name} is not set`);
  expect(() => read({ ...all, [name]: undefined })).toThrow(`${name} is not set`);
});
