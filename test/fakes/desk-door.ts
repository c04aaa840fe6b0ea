import { broker } from '../../broker.config.ts';
import { keyedHash } from '#casework/forget/keyed-hash.ts';
import { newToken } from '#casework/links.ts';
import { gateOf } from '#casework/sign-in/gate.ts';
import { startSession } from '#casework/sign-in/sessions.ts';
import type { Session } from '#domain/desk/kept.ts';
import { COOKIE } from '../../functions/http/desk/cookie.ts';
import { deskApp } from '../../functions/http/desk/desk-app.ts';
import type { DeskPorts } from '../../functions/http/desk/desk-ports.ts';
import { deskRoutes } from '../../functions/http/desk/routes.ts';
import type { Answer } from '../../functions/http/exchange.ts';
import { writeCsv } from '../../functions/csv/write-csv.ts';
import { webauthnPasskeys } from '../../functions/identity/passkeys.ts';
import { memoryDayStore } from './memory-case-lists-days.ts';
import { memoryCaseLists, memoryLookedStore } from './memory-case-lists.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryAskStore, memorySignInStores } from './memory-desk.ts';
import { memorySystem } from './memory-system.ts';
import { memoryTrail } from './memory-trail.ts';
import { aMonday } from './requests.ts';

export const deskUrl = 'https://desk.example';
const routerSecret = 'only the Router knows';

export const ada = 'ada@harborpine.example';
export const luis = 'luis@harborpine.example';
export const mei = 'mei@harborpine.example';

export type Logged = { readonly event: string; readonly details: Readonly<Record<string, unknown>> };

/** Everything that the desk stands on, in memory, at a fixed moment; with whatever a test puts in its place. */
export const memoryDesk = (change: Partial<DeskPorts> = {}, kept = memoryCaseStore()): DeskPorts => ({
  broker,
  siteUrl: deskUrl,
  now: () => aMonday,
  log: () => undefined,
  newToken,
  cases: kept,
  lists: memoryCaseLists(kept),
  looked: memoryLookedStore(),
  days: memoryDayStore(),
  csv: writeCsv,
  asks: memoryAskStore(),
  ...memorySignInStores(),
  audit: memoryTrail(),
  traces: kept.traces,
  keyed: keyedHash('a key of these tests'),
  system: memorySystem(kept.all),
  passkeys: webauthnPasskeys({ siteUrl: deskUrl, name: broker.name }),
  ...change,
});

type Sent = {
  /** A value to send as JSON; a text goes as it is. */
  readonly body?: unknown;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * The desk's door on these ports. `const { signedIn, get, post } = deskDoor({ cases })`, then
 * `const as = await signedIn('ada@harborpine.example')`, `await get('cases', as)`, `await post('cases/take', value, as)`.
 */
export function deskDoor(change: Partial<DeskPorts> = {}) {
  const logged: Logged[] = [];
  const ports = memoryDesk({
    log: (event, details = {}) => logged.push({ event, details }),
    ...change,
  });
  const routes = deskRoutes(ports);
  const app = deskApp(
    {
      ...ports,
      locale: 'en',
      routerSecret,
      newErrorId: () => 'E-7F3A9C',
      gate: gateOf(ports, ports.broker),
    },
    routes,
  );
  const ask = async (method: string, path: string, { body, cookie, headers = {} }: Sent = {}): Promise<Response> => {
    const [name = '', query = ''] = path.split('?');
    const answer = await app({
      method,
      path: `/api/desk/${name}`,
      query,
      headers: {
        'x-router-secret': routerSecret,
        ...(method !== 'GET' && { origin: new URL(ports.siteUrl).origin }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(cookie !== undefined && { cookie }),
        ...headers,
      },
      body: Buffer.from(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)),
    });
    return responseOf(answer);
  };
  /** The cookie of a member who signed in just now. */
  const signedIn = async (email: string, stage: Session['stage'] = 'full'): Promise<string> =>
    `${COOKIE}=${(await startSession(ports, email, stage)).secret}`;
  return {
    ports,
    routes,
    app,
    logged,
    ask,
    signedIn,
    get: (path: string, cookie?: string) => ask('GET', path, cookie === undefined ? {} : { cookie }),
    post: (path: string, body?: unknown, cookie?: string) =>
      ask('POST', path, { ...(body !== undefined && { body }), ...(cookie !== undefined && { cookie }) }),
  };
}

function responseOf({ status, headers, cookies = [], body }: Answer): Response {
  const all = new Headers(headers);
  for (const cookie of cookies) all.append('set-cookie', cookie);
  return new Response(body === '' ? null : body, { status, headers: all });
}

/** The cookie that a browser would send after this answer; empty when it was told to forget it. */
export function cookieAfter(answer: Response, name = COOKIE): string {
  const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
  return set?.split(';')[0] ?? '';
}
