import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { withoutBudgets } from '#casework/budgets/take-budget.ts';
import { newToken } from '#casework/links.ts';
import { payCase } from '#casework/pay-owed.ts';
import { weighCase } from '#casework/risk/weigh-case.ts';
import { casePageSchema } from '#domain/desk/case-page.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import type { Move } from '#domain/case/moves/move.ts';
import { ada, deskDoor, luis, mei } from '#test/fakes/desk-door.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryItems } from '#test/fakes/memory-desk.ts';
import type { MailboxItem } from '#domain/desk/kept.ts';
import { memoryMailer } from '#test/fakes/memory-mailer.ts';
import { aMonday, samples } from '#test/fakes/requests.ts';
import { mailDomains } from '../../functions/mail-domains/mail-domains.ts';
import { publicDoor, referenceIn } from './desk.ts';
import { importerDoor } from './importer.ts';

/**
 * The attack that this house is built against (facts 5): an outsider knows an importer's number and name from public
 * manifests, and asks a broker to change the contact email to a mailbox that looks like theirs. Whoever gets that mailbox
 * onto the 5106 gets CBP's code, the account, and the refund.
 */
const attacker = 'rosa@acme-lmports.example';
const president = 'jim@acme-imports.example';
const attack = {
  ...samples['email-update'][1],
  recordChanged: 'no',
  contactEmail: attacker,
  contactPhone: '+1 786 555 0166',
  newEmail: attacker,
  note: 'It is urgent, our refund waits.',
};

async function played() {
  const cases = memoryCaseStore();
  const lists = memoryCaseLists(cases);
  const post = memoryMailer();
  let clock = aMonday.getTime();
  const now = () => new Date(clock);
  const log = () => undefined;
  const reference = await referenceIn(await publicDoor(cases).postJson('email-update', attack));
  const one = () => cases.all()[0] ?? fail();
  const weigh = () => weighCase({ cases, lists, mailDomains, now, log }, broker, one());
  const ports = {
    ...{
      cases,
      mailer: post.mailer,
      budgets: withoutBudgets,
      mailboxes: memoryItems<MailboxItem>(),
      stuck: cases.stuck,
    },
    ...{ now, random: () => 1, newToken, log, weigh },
  };
  const pay = () => payCase(ports, { broker, siteUrl: 'https://desk.example' }, one());
  await pay();
  const desk = deskDoor({ cases, lists, now });
  const page = async (): Promise<CasePage> =>
    casePageSchema.parse(await (await desk.get(`cases/${reference}`, await desk.signedIn(luis))).json());
  /** A member's move on the case as it is; the words of its refusal, or nothing. */
  const move = async (who: string, asked: Move): Promise<string> => {
    clock += 60_000;
    const { reference: name, digest, version } = one();
    const response = await desk.post(
      `cases/${name}/${digest}/moves`,
      { version, move: asked },
      await desk.signedIn(who),
    );
    const said = await response.text();
    await pay();
    return response.status === 200 ? '' : said;
  };
  /** Presses the button behind the last link that was mailed to somebody. */
  const press = async (to: string, purpose: 'confirm' | 'not-us') => {
    const mail = post.sent.findLast((one) => one.to === to && one.text.includes(`/api/importer/${purpose}/`));
    const link = mail?.text.match(new RegExp(`/api/importer/(${purpose}/[\\w.-]+)`))?.[1] ?? '';
    const response = await importerDoor(cases, {}, now()).form(link);
    await pay();
    return response.status;
  };
  return { one, page, move, press, post, wait: (days: number) => (clock += days * 24 * 3600_000) };
}

const fail = (): never => {
  throw new Error('the case is gone');
};

type Attack = Awaited<ReturnType<typeof played>>;

const check = (kind: 'call-back' | 'power-of-attorney' | 'certifier', result: 'passed' | 'failed'): Move => ({
  ...{ move: 'check', kind, result, person: 'Rosa Alvarez', source: 'Client file, sheet 4' },
  ...(kind === 'power-of-attorney' && { on: '2026-01-15' }),
});

/** What each of the five does where it works, and what a team does that was fooled there. */
const places: Readonly<
  Record<
    string,
    { readonly works: (on: Attack) => Promise<unknown>; readonly fooled: (on: Attack) => Promise<unknown> }
  >
> = {
  'the call-back, on a number from the client file': {
    works: ({ move }) => move(luis, check('call-back', 'failed')),
    fooled: ({ move }) => move(luis, check('call-back', 'passed')),
  },
  'the power of attorney, signed directly with us': {
    works: () => Promise.resolve(),
    fooled: ({ move }) => move(luis, check('power-of-attorney', 'passed')),
  },
  'the certifier’s own word': {
    works: ({ move }) => move(luis, check('certifier', 'failed')),
    fooled: ({ move }) => move(luis, check('certifier', 'passed')),
  },
  'the earlier contact of the client file': {
    works: async ({ move, press }) => {
      await move(luis, { move: 'tell-earlier', mailbox: president, source: 'Client file, sheet 1' });
      await press(president, 'not-us');
    },
    fooled: async ({ move, wait }) => {
      await move(luis, { move: 'tell-earlier', mailbox: president, source: 'Client file, sheet 1' });
      wait(2);
    },
  },
  'the second look': {
    works: () => Promise.resolve(),
    fooled: ({ move }) => move(mei, { move: 'look-again', result: 'passed' }),
  },
};
const names = Object.keys(places);

const accepted: Move = { move: 'answer', outcome: 'accepted', values: { acceptedAt: '2026-11-16T15:00:00Z' } };

/** The attacker reads their own mailbox; the team is fooled everywhere but in one place, if there is one. */
async function fooledBut(worksAt?: string): Promise<Attack> {
  const on = await played();
  await on.press(attacker, 'confirm');
  for (const name of names) if (name !== worksAt) await places[name]?.fooled(on);
  if (worksAt !== undefined) await places[worksAt]?.works(on);
  return on;
}

describe('what the team sees at once', () => {
  it('is what is wrong with it, first in the letter and first on the page', async () => {
    const { page, post } = await played();
    const { risk } = await page();
    expect(risk.level).toBe('high');
    expect(risk.reasons.map(({ code }) => code)).toEqual([
      'look-alike-domain',
      'no-power-of-attorney',
      'mailbox-unconfirmed',
    ]);
    expect(risk.reasons[0]?.why).toBe('acme-lmports.example looks like Acme Imports LLC, and is another.');
    const team = post.sent.find(({ kind }) => kind === 'team-request')?.text ?? '';
    expect(team.indexOf('High risk: two people look at this')).toBeGreaterThan(0);
    expect(team.indexOf('acme-lmports.example looks like')).toBeLessThan(team.indexOf('What is asked'));
  });

  it('is nothing that the attacker sees: no flag, no check, no name', async () => {
    const { post, page, move } = await played();
    await move(ada, { move: 'decline', reason: 'suspicion', words: 'The voice was another.' });
    const seen = post.sent.filter(({ to }) => to === attacker).map(({ subject, text, html }) => subject + text + html);
    expect(seen).toHaveLength(2);
    for (const letter of seen)
      expect(letter).not.toMatch(/risk|suspici|flag|look-alike|voice|client file|cleared|hold\b/i);
    expect(seen.at(-1)).toContain('We cannot do this online. Please call us.');
    expect((await page()).state).toBe('declined');
  });
});

describe('each of five places stops it alone', () => {
  it.each(names)('%s', async (name) => {
    const on = await fooledBut(name);
    const shown = await on.page();
    expect(shown.readyToClear).toBe(false);
    expect(await on.move(luis, { move: 'clear' })).toMatch(/still missing|lift the freeze/);
    expect((await on.page()).tools).toBeUndefined();
    expect(await on.move(luis, accepted)).not.toBe('');
    expect(on.one()).not.toHaveProperty('outcome');
    expect(on.post.sent.filter(({ to, kind }) => to === attacker && kind === 'outcome')).toEqual([]);
  });

  it('and freezes the case where the earlier contact says no, with an alert to the team', async () => {
    const on = await fooledBut('the earlier contact of the client file');
    expect(on.one().frozen).toMatchObject({ who: 'earlier-contact' });
    expect(on.post.sent.at(-1)).toMatchObject({ kind: 'team-alert', to: broker.teamMailboxes[0] });
    const told = on.post.sent.find(({ to }) => to === president)?.text ?? '';
    expect(told).not.toMatch(/acme-lmports|Rosa|786/);
  });

  it('and lets nothing pass by the word of one member: the second look is another’s', async () => {
    const on = await fooledBut('the second look');
    expect(await on.move(luis, { move: 'look-again', result: 'passed' })).toContain('must hold a licence');
  });

  it('so that only a team that was fooled five times files it, and then the earlier contact hears of it', async () => {
    const on = await fooledBut();
    expect(await on.move(luis, { move: 'clear' })).toBe('');
    expect((await on.page()).tools).toBeDefined();
    expect(await on.move(luis, accepted)).toBe('');
    expect(on.post.sent.filter(({ to }) => to === president).map(({ kind }) => kind)).toEqual([
      'earlier-contact',
      'earlier-contact-filed',
    ]);
    expect(await on.press(president, 'not-us')).toBe(200);
    expect(on.one().frozen).toBeDefined();
  });
});

it('answers a stranger alike, whether there is such an importer or not', async () => {
  const cases = memoryCaseStore();
  const door = publicDoor(cases);
  const answer = async (importerNumber: string) => {
    const response = await door.postJson('email-update', { ...attack, importerNumber });
    const reference = await referenceIn(response);
    return [response.status, [...response.headers].map(([name, value]) => `${name}: ${value.replace(reference, '')}`)];
  };
  expect(await answer('95-1234567')).toEqual(await answer('95-7654321'));
  expect(await answer('95-1234567')).toEqual(await answer('95-1234567'));
});
