import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newToken } from '#casework/links.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import type { CaseStore } from '#casework/ports.ts';
import { ada, deskDoor } from '#test/fakes/desk-door.ts';
import { confirmed, states, withMailedLink } from '#test/fakes/importer-cases.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { samples } from '#test/fakes/requests.ts';
import { handle } from '../../functions/http/lambda.ts';
import type { ApiEvent, ApiResult } from '../../functions/http/lambda.ts';
import { limits } from '../../infra/limits.ts';
import { closed, listen } from '../../infra/local/listen.ts';
import { localRouter } from '../../infra/local/router.ts';
import { asForm, asJson, publicDoor, routerSecret } from './desk.ts';
import type { Sent } from './desk.ts';
import { importerDoor, siteUrl } from './importer.ts';

/** Every kind of answer that anybody can get, and who gives it: a file of the site, a door, or the firewall before them. */
export type Kind = {
  readonly name: string;
  readonly by: 'file' | 'door' | 'firewall';
  readonly status: number;
  readonly method: string;
  readonly path: string;
  readonly sent: Sent;
};

/** What the broker's own websites may show in a frame. Nobody may any other. */
export const mayBeFramed: readonly string[] = [
  'a page for a frame',
  'the script that makes a frame',
  'the sent page, in a frame',
  'problems on a page, in a frame',
  'nothing here, in a frame',
  'no table, for a person in a frame',
];

const [sample = {}] = samples['name-query'];
const { case: linked, part } = withMailedLink(confirmed(states.open(), 'contact'), 'case');
const { case: toConfirm, part: confirmPart } = withMailedLink(states.accepted(), 'confirm');
const tooLong = 'x'.repeat(limits.bodyBytes + 1);

/** Asked on the machine whose table is gone. */
export const storeGone = '/gone';

const request = '/api/requests/name-query';
const hello: Sent = { body: 'hello', headers: { 'content-type': 'text/plain' } };
const half: Sent = { body: '{', headers: { 'content-type': 'application/json' } };
const longJson: Sent = { body: tooLong, headers: { 'content-type': 'application/json' } };
const foreign = asJson({}, { origin: 'https://evil.example' });
const byMember = { cookie: 'of a member', origin: siteUrl };
const page: Sent = { headers: { accept: 'text/html' } };

const table: readonly (readonly [Kind['by'], Kind['status'], Kind['name'], string, Sent?])[] = [
  ['file', 200, 'a page', 'GET /en/'],
  ['file', 200, 'a page of the desk', 'GET /desk/'],
  ['file', 200, 'a style', 'GET /_astro/look.abc.css'],
  ['file', 200, 'a script', 'GET /scripts/case.js'],
  ['file', 200, 'a picture', 'GET /icon.svg'],
  ['file', 404, 'the page for a missing page', 'GET /nothing/'],
  ['file', 200, 'a page for a frame', 'GET /embed/en/'],
  ['file', 200, 'the script that makes a frame', 'GET /embed.js'],
  ['file', 200, 'a page, asked for a frame', 'GET /en/?framed'],
  ['file', 200, 'a page of the desk, asked for a frame', 'GET /desk/?framed'],

  ['door', 200, 'a page of the public door', 'GET /api/requests/sent/H7K2M-9QXTC'],
  ['door', 201, 'a new case', `POST ${request}`, asJson(sample)],
  ['door', 303, 'a way on', `POST ${request}`, asForm(sample)],
  ['door', 422, 'problems in JSON', `POST ${request}`, asJson({})],
  ['door', 422, 'problems on a page', `POST ${request}`, asForm('')],
  ['door', 400, 'broken JSON', `POST ${request}`, half],
  ['door', 404, 'nothing here, in JSON', 'GET /api/nothing'],
  ['door', 404, 'nothing here, on a page', 'GET /api/nothing', page],
  ['door', 405, 'another method', `PUT ${request}`],
  ['door', 415, 'another kind of body', `POST ${request}`, hello],
  ['door', 503, 'no table, for a program', `POST ${storeGone}${request}`, asJson(sample)],
  ['door', 503, 'no table, for a person', `GET ${storeGone}/api/importer/case/${part}`, page],

  ['door', 200, 'the sent page, in a frame', 'GET /api/requests/sent/H7K2M-9QXTC?framed'],
  ['door', 303, 'a way on, in a frame', `POST ${request}?framed`, asForm(sample)],
  ['door', 422, 'problems on a page, in a frame', `POST ${request}?framed`, asForm('')],
  ['door', 404, 'nothing here, in a frame', 'GET /api/nothing?framed', page],
  ['door', 503, 'no table, for a person in a frame', `POST ${storeGone}${request}?framed`, asForm(sample)],

  ['door', 200, 'the page of a case, asked for a frame', `GET /api/importer/case/${part}?framed`, page],
  ['door', 200, 'the page with a button, asked for a frame', `GET /api/importer/confirm/${confirmPart}?framed`, page],
  ['door', 404, 'a bad link, asked for a frame', 'GET /api/importer/case/H7K2M-9QXTC?framed', page],
  ['door', 401, 'the desk, asked for a frame', 'GET /api/desk/me?framed', page],

  ['door', 200, 'the page of a case', `GET /api/importer/case/${part}`, page],
  ['door', 200, 'the page with a button', `GET /api/importer/confirm/${confirmPart}`, page],
  ['door', 404, 'a link that opens nothing', `GET /api/importer/case/H7K2M-9QXTC.${newToken()}`, page],
  ['door', 422, 'a look-up with problems', 'POST /api/importer/links', asForm({ reference: '<b>', email: '?' })],
  ['door', 400, 'a page from another site', 'POST /api/importer/links', foreign],

  ['door', 401, 'a stranger at the desk', 'GET /api/desk/me'],
  ['door', 200, 'a member', 'GET /api/desk/me', { headers: byMember }],
  [
    'door',
    200,
    'an export',
    'POST /api/desk/exports/cases',
    asJson({ from: '2026-11-01', to: '2026-11-30' }, byMember),
  ],

  ['firewall', 413, 'too much, for a program', `POST ${request}`, longJson],
  ['firewall', 413, 'too much, for a person', `POST ${request}`, asForm(tooLong)],
  ['firewall', 429, 'too often, for a program', 'POST /api/importer/links', asJson({})],
  ['firewall', 429, 'too often, for a person', 'POST /api/importer/links', asForm('')],
];

export const kinds: readonly Kind[] = table.map(([by, status, name, asked, sent = {}]) => {
  const [method = '', path = ''] = asked.split(' ');
  return { by, status, name, method, path, sent };
});

const files: Readonly<Record<string, string>> = {
  'en/index.html': '<h1>Start</h1>',
  'embed/en/index.html': '<h1>Start</h1>',
  'embed.js': 'void 0;',
  'desk/index.html': '<h1>Desk</h1>',
  '404.html': '<h1>Nothing here</h1>',
  '_astro/look.abc.css': 'p { color: #123 }',
  'scripts/case.js': 'void 0;',
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

async function site(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

const gone = () => Promise.reject(new StoreUnavailable('gone'));
const noStore: CaseStore = { put: gone, read: gone, find: gone, save: gone, owing: gone };

type Answered = { readonly answer: Response; readonly said?: ApiResult };

/**
 * One machine with all its doors, on a store in memory, and what it answers to each kind; `said` is what the door itself
 * said, before the Router added anything.
 */
export async function askEverything(): Promise<ReadonlyMap<string, Answered>> {
  const siteFolder = await site();
  const cases = memoryCaseStore();
  for (const one of [linked, toConfirm]) await cases.put(one);
  const desk = deskDoor({ cases, siteUrl });
  const cookie = await desk.signedIn(ada);
  const sayings: ApiResult[] = [];

  const start = async (of: CaseStore, rateLimit = false) => {
    const doors = { requests: publicDoor(of).app, importer: importerDoor(of).app, desk: desk.app };
    const doorOf = (path: string) => {
      const [, , zone] = path.split('/');
      const door = handle(zone === 'importer' ? doors.importer : zone === 'desk' ? doors.desk : doors.requests);
      return async (event: ApiEvent) => {
        const said = await door(event);
        sayings.push(said);
        return said;
      };
    };
    const server = localRouter({ siteFolder, routerSecret, rateLimit, isReady: () => true, doorOf });
    return { server, port: await listen(server, 0) };
  };
  const machines = { usual: await start(cases), gone: await start(noStore), busy: await start(cases, true) };

  const ask = async (kind: Kind): Promise<Answered> => {
    const { method, path, sent } = kind;
    const at = kind.status === 429 ? machines.busy : path.startsWith(storeGone) ? machines.gone : machines.usual;
    sayings.length = 0;
    const headers = { ...sent.headers, ...(sent.headers?.['cookie'] !== undefined && { cookie }) };
    const answer = await fetch(`http://localhost:${String(at.port)}${path.replace(storeGone, '')}`, {
      method,
      redirect: 'manual',
      headers,
      ...(sent.body !== undefined && { body: sent.body }),
    });
    const [said] = sayings;
    return { answer, ...(said && { said }) };
  };

  const spent = `http://localhost:${String(machines.busy.port)}${request}`;
  for (let nth = 0; nth < limits.requestsPerWindow; nth += 1) await fetch(spent, { method: 'POST' });
  const answers = new Map<string, Answered>();
  for (const kind of kinds) answers.set(kind.name, await ask(kind));
  for (const { server } of Object.values(machines)) await closed(server);
  await rm(siteFolder, { recursive: true });
  return answers;
}
