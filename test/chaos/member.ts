import * as z from 'zod/mini';
import { broker } from '../../broker.config.ts';
import { mailSchema } from '../../infra/local/ses/mail.ts';
import { passkeyTaskSchema } from '#domain/desk/session.ts';
import { authenticator } from '#test/fakes/authenticator.ts';
import type { Machine } from './machine.ts';
import { until } from './until.ts';

/** Every mail on a machine, the newest first. */
export const mailsOn = async ({ inbox }: Pick<Machine, 'inbox'>) =>
  z.array(mailSchema).parse(await (await fetch(`${inbox}/messages?limit=1000`)).json());

/** The latest part of an address that was mailed and fits. */
export async function mailed(machine: Pick<Machine, 'inbox'>, address: RegExp): Promise<string> {
  let found: string | undefined;
  await until(`a mail with ${String(address)}`, 20_000, async () => {
    found = (await mailsOn(machine)).flatMap(({ text }) => address.exec(text)?.[1] ?? [])[0];
    return found !== undefined;
  });
  return found ?? '';
}

/** The first member, signed in without a browser: asks the desk as its pages do. */
export async function firstMember(machine: Machine) {
  const first = broker.signIn.with === 'passkey' ? broker.signIn.first : undefined;
  if (!first) throw new Error('the first member signs in with a passkey and a code');
  let cookie = '';
  const post = async (path: string, value: unknown): Promise<Response> => {
    const headers = { 'content-type': 'application/json', origin: machine.url, cookie };
    const answer = await fetch(`${machine.url}/api/desk/${path}`, {
      ...{ method: 'POST', headers },
      body: JSON.stringify(value),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer;
  };
  await post('sign-in/ask', { email: first.email });
  const token = await mailed(machine, /\/desk\/sign-in\/#(\S+)/);
  await post('sign-in/link', { token });
  const asked = await post('sign-in/enrol/options', { code: first.code });
  const { options } = passkeyTaskSchema.parse(await asked.json());
  const response = authenticator().make(options, { origin: machine.url });
  const enrolled = await post('sign-in/enrol', { code: first.code, response, name: 'Laptop' });
  if (enrolled.status !== 200) throw new Error(`not signed in: ${await enrolled.text()}`);
  const get = (path: string) => fetch(`${machine.url}/api/desk/${path}`, { headers: { cookie } });
  return { get, post };
}
