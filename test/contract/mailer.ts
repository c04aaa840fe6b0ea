import { beforeAll, describe, expect, it } from 'vitest';
import type { Mail, Mailer, Sending } from '#casework/ports.ts';

/** A mailer under test, and what a reader of its mail sees. `fail` makes the next mail go wrong in the provider's way. */
export type MailerUnderTest = {
  readonly mailer: Mailer;
  /** All mail so far, oldest first. */
  readonly received: () => Promise<readonly Received[]>;
  readonly fail: (how: Failing) => Promise<void>;
};
export type Failing = 'throttled' | 'broken' | 'silent' | 'nothing';
export type Received = Pick<Mail, 'to' | 'subject' | 'text' | 'html'>;

export const letter = (change: Partial<Mail> = {}): Mail => ({
  from: { name: 'Harbor & Pine Customs Brokers', address: 'desk@refunds.harborpine.example' },
  to: 'rosa@acme-imports.example',
  replyTo: 'team@harborpine.example',
  subject: '[H7K2M-9QXTC] Name query: Acme Imports LLC',
  text: 'We have your request.\n\nReference: H7K2M-9QXTC\n',
  html: '<p>We have your request.</p>',
  conversation: 'H7K2M-9QXTC',
  kind: 'contact-received',
  ...change,
});

const outcome = (sending: Sending): string => ('sent' in sending ? `sent ${sending.sent}` : `failed ${sending.failed}`);
const SHORT_CODE = /^failed [A-Za-z]{4,60}$/;

/** What every mailer keeps: the fake of the stories is held to the same promises as SES. */
export function mailerContract(name: string, make: () => Promise<MailerUnderTest>): void {
  describe(`a mailer: ${name}`, () => {
    let on: MailerUnderTest;
    beforeAll(async () => {
      on = await make();
    });
    const newest = async () => (await on.received()).at(-1);

    it('hands a mail to its reader, and gives an id', async () => {
      const sending = await on.mailer.send(letter());
      expect(outcome(sending)).toMatch(/^sent \S+$/);
      const { to, subject, text, html } = letter();
      expect(await newest()).toEqual({ to, subject, text, html });
    });

    it('gives every mail an id of its own, also to the same mail twice', async () => {
      const before = (await on.received()).length;
      const ids = [await on.mailer.send(letter()), await on.mailer.send(letter())].map((sending) =>
        'sent' in sending ? sending.sent : '',
      );
      expect(new Set(ids).size).toBe(2);
      expect(await on.received()).toHaveLength(before + 2);
    });

    it.each([
      ['emoji and other scripts', 'Straße 上海 🚢 שלום'],
      ['what looks encoded', '=?utf-8?Q?=0D=0ABcc:_x@evil.example?='],
      ['quotes and markup', '"Acme" <b>&amp; \\ $& {broker}'],
      ['more than a line holds', `Acme ${'Imports '.repeat(40)}LLC`],
      ['a long word', 'x'.repeat(200)],
    ])('keeps a subject to the letter: %s', async (_, subject) => {
      await on.mailer.send(letter({ subject }));
      expect((await newest())?.subject).toBe(subject);
    });

    it('keeps both parts to the letter: long lines, lone dots, leading marks, every script', async () => {
      const text = `.\n..\nFrom us\n> quoted\n${'long '.repeat(400)}end\n上海 🚢 שלום\n-- \n=3D =20\n`;
      const html = `<!doctype html><p title="=3D">${'word '.repeat(400)}上海 🚢</p>`;
      await on.mailer.send(letter({ text, html }));
      expect(await newest()).toMatchObject({ text, html });
    });

    it.each(['throttled', 'broken'] as const)(
      'says in a short code that it failed, and throws nothing: %s',
      async (how) => {
        const before = (await on.received()).length;
        await on.fail(how);
        const sending = await on.mailer.send(letter());
        await on.fail('nothing');
        expect(outcome(sending)).toMatch(SHORT_CODE);
        // It said so: no reader has the mail.
        expect(sending).not.toHaveProperty('unsure');
        expect(await on.received()).toHaveLength(before);
      },
    );

    it('gives up on a provider that never answers, and goes on afterwards', async () => {
      await on.fail('silent');
      const sending = await on.mailer.send(letter());
      await on.fail('nothing');
      expect(outcome(sending)).toMatch(SHORT_CODE);
      // Nobody knows whether the mail was taken.
      expect(sending).toHaveProperty('unsure', true);
      expect(await on.mailer.send(letter())).toHaveProperty('sent');
    });
  });
}
