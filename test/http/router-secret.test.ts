import { describe, expect, it } from 'vitest';
import { withMailedLink, states } from '#test/fakes/importer-cases.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { deskDoor, ada } from '#test/fakes/desk-door.ts';
import { deskApp } from '../../functions/http/desk/desk-app.ts';
import { deskRoutes } from '../../functions/http/desk/routes.ts';
import { gateOf } from '#casework/sign-in/gate.ts';
import { handle } from '../../functions/http/lambda.ts';
import { publicDoor } from './desk.ts';
import { importerDoor } from './importer.ts';

const sent = '/api/requests/sent/H7K2M-9QXTC';
const statusFor = async (routerSecret: string, said: string) =>
  (await publicDoor(memoryCaseStore(), { routerSecret }).request(sent, { headers: { 'x-router-secret': said } }))
    .status;

describe('the secret of the Router', () => {
  const known = 'before,current,next';
  it.each([
    ['before', known, 200],
    ['current', known, 200],
    ['next', known, 200],
    ['current', 'current', 200],
    ['current', ' current , next ', 200],
    ['long ago', known, 404],
    ['curren', known, 404],
    ['currents', known, 404],
    ['CURRENT', known, 404],
    ['before,current', known, 404],
    [known, known, 404],
    ['', known, 404],
    ['', 'current,', 404],
    ['', ',', 404],
    ['', '', 404],
    [',', ',', 404],
    [' ', ' , ', 404],
  ])('"%s" where a door knows "%s": %i', async (said, secrets, status) => {
    expect(await statusFor(secrets, said)).toBe(status);
  });

  it('is nothing to who does not say it at all', async () => {
    expect((await publicDoor(memoryCaseStore()).request(sent)).status).toBe(404);
  });
});

/** A key that signed cookies or links would end them all when it is turned. There is none: they are items under a hash. */
describe('when every secret of the doors is turned', () => {
  const turned = 'a secret of another day';

  it('who is signed in stays signed in', async () => {
    const desk = deskDoor();
    const cookie = await desk.signedIn(ada);
    const app = deskApp(
      {
        ...desk.ports,
        locale: 'en',
        routerSecret: turned,
        newErrorId: () => 'E',
        gate: gateOf(desk.ports, desk.ports.broker),
      },
      deskRoutes(desk.ports),
    );
    const me = await handle(app)({
      rawPath: '/api/desk/me',
      headers: { 'x-router-secret': turned },
      cookies: [cookie],
      isBase64Encoded: false,
      requestContext: { http: { method: 'GET' } },
    });
    expect(me.statusCode).toBe(200);
    expect(me.body).toContain(ada);
  });

  it('a link that was mailed still opens', async () => {
    const cases = memoryCaseStore();
    const { case: linked, part } = withMailedLink(states.open(), 'case');
    await cases.put(linked);
    const door = importerDoor(cases, { routerSecret: turned });
    const open = (secret: string) =>
      door.request(`/api/importer/case/${part}`, { headers: { 'x-router-secret': secret } });
    expect((await open(turned)).status).toBe(200);
    expect((await open('only the Router knows')).status).toBe(404);
  });
});
