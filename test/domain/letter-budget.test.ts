import { describe, expect, it } from 'vitest';
import type { Letter } from '#domain/case/case.ts';
import { budgetedMailbox, budgetsOf, lettersADay } from '#domain/case/letter-budget.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';
import { confirmed } from './moves-cases.ts';

const update = opened('email-update');
const letter = (kind: Letter['kind'], to: Letter['to'], more: Partial<Letter> = {}): Letter => ({
  ...{ id: kind, kind, to, state: 'owed', attempts: 0 },
  owedSince: aMonday.toISOString(),
  nextAt: aMonday.toISOString(),
  ...more,
});

describe('which letters a stranger can order, and for whom', () => {
  it.each([
    ['the receipt', update, letter('contact-received', 'contact'), 'priya@bluebird-toys.example'],
    [
      'the question to a new mailbox',
      update,
      letter('mailbox-named', 'other-mailbox'),
      'customs@bluebird-toys.example',
    ],
    ['a link to the case', update, letter('case-link', 'contact'), 'priya@bluebird-toys.example'],
    ['a link for a contact that confirmed', confirmed(update), letter('case-link', 'contact'), undefined],
    ['a second try', update, letter('contact-received', 'contact', { attempts: 1 }), undefined],
    ['one that a member let go', update, letter('contact-received', 'contact', { letGo: true }), undefined],
    ['a letter to the team', update, letter('team-request', 'team'), undefined],
    ['an answer', update, letter('outcome', 'contact'), undefined],
    ['an earlier contact', update, letter('earlier-contact', 'earlier-contact'), undefined],
  ])('%s', (_, of, one, address) => {
    expect(budgetedMailbox(of, one)).toBe(address);
  });
});

describe('whose budget it is', () => {
  const keysOf = (address: string) => budgetsOf(address, aMonday).map(({ key }) => key);

  it.each([
    ['Rosa@Acme.example', '2026-11-16 rosa@acme.example'],
    ['rosa+1@acme.example', '2026-11-16 rosa@acme.example'],
    ['rosa+a+b@acme.example', '2026-11-16 rosa@acme.example'],
    ['r.o.s.a@acme.example', '2026-11-16 r.o.s.a@acme.example'],
    ['R.Alvarez+x@gmail.com', '2026-11-16 ralvarez@gmail.com'],
    ['ralvarez@googlemail.com', '2026-11-16 ralvarez@gmail.com'],
  ])('%s is %s', (address, key) => {
    expect(keysOf(address)[0]).toBe(key);
  });

  it('is the domain’s, too, unless its mailboxes are everybody’s', () => {
    expect(budgetsOf('rosa@acme.example', aMonday)).toEqual([
      { key: '2026-11-16 rosa@acme.example', most: lettersADay.mailbox },
      { key: '2026-11-16 @acme.example', most: lettersADay.domain },
    ]);
    expect(keysOf('rosa@qq.com')).toEqual(['2026-11-16 rosa@qq.com']);
  });
});
