import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, Letter } from '#domain/case/case.ts';
import type { Bounce, MailEvent } from '#domain/case/delivery.ts';
import { deliveryOf } from '#domain/case/delivery-state.ts';
import { letterFailed, letterSent, leaseLetter } from '#domain/case/letters.ts';
import { withMailEvent } from '#domain/case/mail-event.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

const minutes = (n: number) => new Date(aMonday.getTime() + n * 60_000);
const at = (n: number) => minutes(n).toISOString();

/** A case whose first letters were sent a minute after it came. */
const sentCase = (): Case => {
  const of = opened('email-update');
  const sent = (letter: Letter) => letterSent(`mail-${letter.id}`)(leaseLetter(letter, minutes(1)), minutes(1));
  return { ...of, letters: of.letters.map(sent) };
};
const letterOf = (of: Case, id: string): Letter => {
  const found = of.letters.find((letter) => letter.id === id);
  if (!found) throw new Error(`no letter ${id}`);
  return found;
};
type Of = Partial<MailEvent> & { readonly kind: MailEvent['kind'] };
const event = (of: Case, id: string, change: Of): MailEvent => ({
  ...{ at: at(2), messageId: `mail-${id}`, mailbox: 'x@y.example', letterKind: id },
  letter: { reference: of.reference, digest: of.digest, id },
  ...change,
});
const told = (of: Case, id: string, change: Of, another = false): Case =>
  withMailEvent(of, event(of, id, change), another)?.next ?? of;
const gone: Bounce = { type: 'permanent', sub: 'General' };

describe('what the mail service tells of a letter', () => {
  it.each([
    ['taken', 'sent'],
    ['delivered', 'delivered'],
    ['delayed', 'delayed'],
    ['complained', 'complained'],
    ['rejected', 'rejected'],
  ] as const)('%s: the letter is %s', (kind, state) => {
    expect(deliveryOf(letterOf(told(sentCase(), 'contact-received', { kind }), 'contact-received'))).toBe(state);
  });

  it.each([
    ['nobody reads there', gone, 'bounced'],
    ['the mailbox is full', { type: 'transient', sub: 'MailboxFull' }, 'bounced'],
    ['nobody knows', { type: 'undetermined', sub: 'Undetermined' }, 'bounced'],
    ['a machine answers for somebody away', { type: 'transient', sub: 'General' }, 'sent'],
  ] as const)('it came back, %s', (_, bounce, state) => {
    const of = told(sentCase(), 'contact-received', { kind: 'bounced', bounce });
    expect(deliveryOf(letterOf(of, 'contact-received'))).toBe(state);
    const recorded = of.timeline.filter(({ what }) => what === 'letter-came-back');
    expect(recorded).toHaveLength(state === 'bounced' ? 1 : 0);
  });

  it('an answer of a machine leaves a delivered letter delivered', () => {
    const delivered = told(sentCase(), 'contact-received', { kind: 'delivered' });
    const of = told(delivered, 'contact-received', { kind: 'bounced', bounce: { type: 'transient', sub: 'General' } });
    expect(deliveryOf(letterOf(of, 'contact-received'))).toBe('delivered');
  });

  it('told twice, it is no news and no second write', () => {
    const of = told(sentCase(), 'contact-received', { kind: 'bounced', bounce: gone });
    expect(withMailEvent(of, event(of, 'contact-received', { kind: 'bounced', bounce: gone }), true)).toBeUndefined();
    expect(of.rev).toBe(sentCase().rev + 1);
    expect(of.version).toBe(sentCase().version);
  });

  it('of a letter or a case that is not there, it is no news', () => {
    const of = sentCase();
    expect(withMailEvent(of, event(of, 'question-7', { kind: 'delivered' }), true)).toBeUndefined();
    const { letter: _, ...nobodys } = event(of, 'contact-received', { kind: 'delivered' });
    expect(withMailEvent(of, nobodys, true)).toBeUndefined();
  });

  it('in any order, any of it twice, it ends the same', () => {
    const of = sentCase();
    const all: Of[] = [
      { kind: 'taken', at: at(2) },
      { kind: 'delayed', at: at(3) },
      { kind: 'delivered', at: at(4) },
      { kind: 'delivered', at: at(5) },
      { kind: 'bounced', at: at(6), bounce: gone },
      { kind: 'bounced', at: at(7), bounce: { type: 'transient', sub: 'General' } },
      { kind: 'complained', at: at(8) },
    ];
    const ended = (events: readonly Of[]) => {
      const end = events.reduce((now, change) => told(now, 'contact-received', change), of);
      const timeline = end.timeline.map(({ what }) => what).sort();
      return { letters: end.letters, timeline, owed: end.letters.length };
    };
    const expected = ended(all);
    const orders = fc.shuffledSubarray(all, { minLength: all.length });
    const twice = fc.array(fc.constantFrom(...all), { maxLength: 6 });
    fc.assert(
      fc.property(orders, twice, (order, again) => {
        expect(ended([...again, ...order])).toEqual(expected);
      }),
    );
  });
});

describe('a lost answer', () => {
  const unsure = (): Case => {
    const of = opened('name-query');
    const tried = (letter: Letter) => letterFailed('TimeoutError', 1, true)(leaseLetter(letter, aMonday), minutes(0.2));
    return { ...of, letters: of.letters.map(tried) };
  };

  it('is mended by what the service tells: it took the letter, so it is not sent again', () => {
    const of = told(unsure(), 'team-request', { kind: 'taken', messageId: 'mail-1', at: at(0.1) });
    expect(letterOf(of, 'team-request')).toMatchObject({ state: 'sent', sentAt: at(0.1), mails: ['mail-1'] });
    expect(letterOf(of, 'team-request')).not.toHaveProperty('unsure');
    expect(letterOf(of, 'contact-received').state).toBe('owed');
  });

  it('that comes as a failure after the service told is no failure', () => {
    const of = told(unsure(), 'team-request', { kind: 'delivered', messageId: 'mail-1' });
    const letter = letterOf(of, 'team-request');
    expect(letterFailed('TimeoutError', 1, true)(letter, minutes(3))).toEqual(letter);
  });

  it('marks the next mail, and both mails are known', () => {
    const again = leaseLetter(letterOf(unsure(), 'team-request'), minutes(1));
    expect(again).toMatchObject({ mayBeTwice: true, attempts: 2 });
    const of = { ...unsure(), letters: [letterSent('mail-2')(again, minutes(1))] };
    const both = told(of, 'team-request', { kind: 'taken', messageId: 'mail-1', at: at(0.1) });
    expect(letterOf(both, 'team-request').mails).toEqual(['mail-2', 'mail-1']);
    expect(letterOf(both, 'team-request').sentAt).toBe(at(0.1));
  });

  it('and no other failure marks a mail', () => {
    const failed = letterFailed('Throttling', 1)(leaseLetter(letterOf(unsure(), 'team-request'), aMonday), aMonday);
    const { mayBeTwice: _, ...letter } = failed;
    expect(leaseLetter(letter, minutes(1))).not.toHaveProperty('mayBeTwice');
  });

  it('of a run that died in the middle marks it as well', () => {
    const dead = leaseLetter(letterOf(opened('name-query'), 'team-request'), aMonday);
    expect(leaseLetter(dead, minutes(2))).toMatchObject({ mayBeTwice: true });
  });
});

describe('a letter that came back', () => {
  const kinds = (of: Case) => of.letters.map(({ kind, to, state }) => `${kind} ${to} ${state}`);

  it('of the team is owed once more, while another of its mailboxes is well', () => {
    const of = told(sentCase(), 'team-request', { kind: 'bounced', bounce: gone }, true);
    expect(kinds(of)).toContain('team-request team owed');
    expect(of.letters.at(-1)?.id).toBe('team-request-2');
    expect(kinds(told(sentCase(), 'team-request', { kind: 'bounced', bounce: gone }, false))).toEqual(
      kinds(sentCase()),
    );
  });

  it('wakes the team where its work was for that reader, and not where a request only came', () => {
    const of = sentCase();
    const question: Letter = { ...letterOf(of, 'contact-received'), id: 'question-3', kind: 'question', about: 'q1' };
    const asked = { ...of, letters: [...of.letters, question] };
    const back = told(asked, 'question-3', { kind: 'bounced', bounce: gone }, true);
    expect(back.letters.at(-1)).toMatchObject({
      kind: 'team-alert',
      to: 'team',
      about: 'came-back:question-3',
      state: 'owed',
    });
    expect(kinds(told(asked, 'contact-received', { kind: 'bounced', bounce: gone }, true))).toEqual(kinds(asked));
  });

  it('says why on the timeline, in the words of the service', () => {
    const of = told(sentCase(), 'contact-received', {
      kind: 'bounced',
      bounce: { type: 'transient', sub: 'MailboxFull' },
    });
    expect(of.timeline.at(-1)).toEqual({
      ...{ at: at(2), who: 'desk', what: 'letter-came-back' },
      about: { letter: 'contact-received', mailbox: 'contact', why: 'MailboxFull' },
    });
  });
});
