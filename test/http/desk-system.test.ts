import { describe, expect, it } from 'vitest';
import { mailboxId } from '#casework/mailboxes/health.ts';
import { systemSchema } from '#domain/desk/system.ts';
import { alarmsSchema } from '#domain/desk/system-calls.ts';
import { broker } from '../../broker.config.ts';
import { ada, deskDoor, luis } from '#test/fakes/desk-door.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memorySystem } from '#test/fakes/memory-system.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

const [first] = broker.teamMailboxes;
const at = aMonday.toISOString();
const earlier = new Date(aMonday.getTime() - 60_000).toISOString();

/** A desk whose first mailbox came back, with a case that owes its letters. */
async function stage() {
  const cases = memoryCaseStore();
  await cases.put(opened('name-query'));
  const system = memorySystem(cases.all);
  await system.mailboxes.put({ id: mailboxId(first), rev: 1, bouncedAt: earlier });
  const door = deskDoor({ cases, system });
  return { ...door, system };
}

describe('the system page’s door', () => {
  it('shows any member how things stand', async () => {
    const { get, signedIn } = await stage();
    const answer = await get('system', await signedIn(luis));
    const said: unknown = await answer.json();
    expect(systemSchema.parse(said)).toEqual(said);
    expect(said).toMatchObject({ at, debts: { cases: 1, oldestSince: at }, mailboxes: [{ state: 'bounced' }, {}] });
  });

  it('lets a licensed member say that a mailbox works again, and nobody else', async () => {
    const { get, post, signedIn, ports } = await stage();
    const call = { mailbox: first, is: 'well' };
    expect((await post('system/mailbox', call, await signedIn(luis))).status).toBe(401);
    const alarms = async () => alarmsSchema.parse(await (await get('system/alarms', await signedIn(luis))).json());
    expect((await alarms()).mailboxes).toEqual([{ mailbox: first, state: 'bounced', since: earlier }]);
    const done = await post('system/mailbox', call, await signedIn(ada));
    expect(await done.json()).toMatchObject({ mailboxes: [{ mailbox: first, state: 'well' }, {}] });
    expect((await alarms()).mailboxes).toEqual([]);
    const chain = { kind: 'day', day: at.slice(0, 10), who: ada } as const;
    const [entry] = await ports.audit.latest(chain, 1);
    expect(entry?.event).toMatchObject({ what: 'team-mailbox-works', about: { mailbox: first } });
  });

  it.each([
    [{ mailbox: 'rosa@acme.example', is: 'well' }, 'mailbox'],
    [{ mailbox: '', is: 'well' }, 'mailbox'],
    [{ mailbox: first, is: 'bounced' }, 'is'],
    [{ mailbox: first }, 'is'],
  ])('refuses %j by the name of its field, and repeats no address', async (call, field) => {
    const { post, signedIn } = await stage();
    const answer = await post('system/mailbox', call, await signedIn(ada));
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'input', errors: [{ field }] });
    expect(text).not.toContain('acme');
  });
});
