import { describe, expect, it } from 'vitest';
import type { Case, Letter } from '#domain/case/case.ts';
import type { MailEvent } from '#domain/case/delivery.ts';
import { withMailEvent } from '#domain/case/mail-event.ts';
import { writeLetter } from '#letters/write-letter.ts';
import { emailUpdate } from './cases.ts';
import { broker, siteUrl } from './letters.ts';
import { asked, moment } from './ready.ts';

const sent = (id: string, kind: Letter['kind'], to: Letter['to'], about?: string): Letter => ({
  ...{ id, kind, to, state: 'sent', owedSince: moment, nextAt: moment, attempts: 1, sentAt: moment, mails: ['m'] },
  ...(about !== undefined && { about }),
});
const back = (of: Case, letter: Letter, bounce: { type: 'permanent' | 'transient'; sub: string }): Case => {
  const { reference, digest } = of;
  const event: MailEvent = {
    ...{ at: '2026-11-17T15:04:00.000Z', messageId: 'm', mailbox: 'x@y.example', letterKind: letter.kind },
    ...{ letter: { reference, digest, id: letter.id }, bounce },
    kind: 'bounced',
  };
  return withMailEvent({ ...of, letters: [letter] }, event, true)?.next ?? of;
};
const written = (of: Case) => {
  const [letter] = of.letters.slice(-1);
  if (letter?.kind !== 'team-alert') throw new Error('the team is not told');
  return writeLetter({ case: of, broker, siteUrl, letter });
};

describe('the letter to the team when one came back', () => {
  const question = sent('question-3', 'question', 'contact', 'q1');
  const phone = { answers: { contactPhone: '+1 305 555 0142' } };

  it('says which, to whom, why, when, and whom to call', () => {
    const { subject, text } = written(
      back(asked(emailUpdate(phone), 'Who signed it?'), question, { type: 'permanent', sub: 'General' }),
    );
    expect(subject).toMatch(/^\[GEK8Q-PEX1W\] Letter came back: /);
    for (const words of [
      'A question of ours',
      'The contact of the request',
      'Nobody reads there',
      'November 17, 2026',
      '+1 305 555 0142',
      'for a check, use your client file',
    ])
      expect(text).toContain(words);
  });

  it.each([
    ['MailboxFull', 'The mailbox is full'],
    ['GivenUp', 'Their mail server could not be reached for hours'],
    ['ContentRejected', 'gave no reason that we understand'],
  ])('says what it knows of %s', (sub, words) => {
    const { text } = written(back(asked(emailUpdate(), 'Who?'), question, { type: 'transient', sub }));
    expect(text).toContain(words);
  });

  it('of an earlier contact shows no number of the request: whoever asks could have typed it', () => {
    const telling = {
      at: moment,
      who: 'ada@harborpine.example',
      name: 'Ada Osei',
      id: 't1',
      mailbox: 'jim@acme-imports.example',
      source: 'Client file',
    };
    const of = { ...emailUpdate(phone), tellings: [telling] };
    const { text } = written(
      back(of, sent('earlier-contact', 'earlier-contact', 'earlier-contact', 't1'), {
        type: 'permanent',
        sub: 'NoEmail',
      }),
    );
    expect(text).not.toContain('555 0142');
    expect(text).toContain('Tell another one');
  });
});
