import { describe, expect, it } from 'vitest';
import { newCase } from '#casework/open-case.ts';
import { signsOf } from '#domain/requests/envelope.ts';
import { broker } from '../../broker.config.ts';
import { aMonday, checked, opened } from '#test/fakes/requests.ts';

describe('signs of how a form was filled in', () => {
  it.each([
    ['nothing', {}, {}],
    ['a person at work for a while', { website: '', seconds: 212 }, { seconds: 212 }],
    ['a form filler', { website: 'https://spam.example', seconds: '1' }, { honeypot: true, seconds: 1 }],
    ['spaces', { website: '  ' }, {}],
    ['a time that is none', { seconds: -1 }, {}],
    ['half a second', { seconds: 0.5 }, {}],
    ['days', { seconds: 1e9 }, {}],
    ['words', { seconds: 'soon' }, {}],
    ['lists', { website: ['x'], seconds: [1] }, {}],
  ])('%s', (_, given, signs) => {
    expect(signsOf(given)).toEqual(signs);
  });

  it('stand on the case, refuse nothing and make it no other case', () => {
    const plain = opened('name-query');
    const odd = opened('name-query', { website: 'x', seconds: 1, proof: 'y' });
    expect(plain).not.toHaveProperty('signs');
    expect(odd.signs).toEqual({ honeypot: true, seconds: 1 });
    expect([odd.digest, odd.reference]).toEqual([plain.digest, plain.reference]);
    expect(odd.answers).toEqual(plain.answers);
  });
});

describe('a request that came without the proof that was asked for', () => {
  const lettersOf = (proof: 'right' | 'missing' | 'wrong') =>
    newCase({ ...checked('email-update'), signs: { proof } }, broker, aMonday).letters.map(
      ({ kind, state, heldFor = '' }) => `${kind} ${state} ${heldFor}`.trim(),
    );

  it.each(['missing', 'wrong'] as const)('(%s) is kept, and its letters to strangers wait for a member', (proof) => {
    expect(lettersOf(proof)).toEqual(['team-request owed', 'contact-received held proof', 'mailbox-named held proof']);
  });

  it('owes all of them with a right one', () => {
    expect(lettersOf('right')).toEqual(['team-request owed', 'contact-received owed', 'mailbox-named owed']);
  });
});
