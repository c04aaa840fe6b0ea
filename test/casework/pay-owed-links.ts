import { beforeAll, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { hashOfToken, readLinkPart } from '#casework/links.ts';
import { payCase } from '#casework/pay-owed.ts';
import type { PayPorts } from '#casework/pay-owed.ts';
import type { Mail } from '#casework/ports.ts';
import type { Case } from '#domain/case/case.ts';
import { GIVE_UP_AFTER_MS } from '#domain/case/letters.ts';
import { owing } from '#domain/case/owe.ts';
import { payStage } from './pay-owed-stage.ts';
import type { PayStore } from './pay-owed-stage.ts';

const siteUrl = 'https://desk.example';

/** The links that a mail holds, read as the importer's door reads them. */
const links = (mail: Mail | undefined) =>
  [...(mail?.text ?? '').matchAll(/^https:\S+\/api\/importer\/(confirm|case)\/(\S+)$/gm)].map(
    ([, purpose, part = '']) => ({ purpose, ...readLinkPart(part) }),
  );

/** The story of the links in letters, told on any case store. */
export function linkStory(name: string, make: () => Promise<PayStore>): void {
  describe(`links in letters on ${name}`, () => {
    let cases: PayStore;
    beforeAll(async () => {
      cases = await make();
    });
    const stage = (fault?: (mail: Mail, call: number) => string | undefined) => payStage(cases, fault);

    it('mails each reader a link of his own, and keeps nothing of it but its hash', async () => {
      const { one, post, pay } = stage();
      await cases.put(one);
      await pay();
      const paid = await cases.read(one);
      const { reference } = one;
      const [confirm, named] = paid?.links ?? [];
      expect(post.sent.map((mail) => [mail.kind, links(mail)])).toEqual([
        ['team-request', []],
        ['contact-received', [{ purpose: 'confirm', reference, hash: confirm?.hash }]],
        ['mailbox-named', [{ purpose: 'confirm', reference, hash: named?.hash }]],
      ]);
      expect(paid?.links).toMatchObject([
        { purpose: 'confirm', mailbox: 'contact', letterId: 'contact-received' },
        { purpose: 'confirm', mailbox: 'other-mailbox', letterId: 'mailbox-named' },
      ]);
      const tokens = post.sent.flatMap(({ text }) => [...text.matchAll(/\.([\w-]{43})$/gm)].map(([, token]) => token));
      expect(tokens).toHaveLength(2);
      for (const token of tokens) expect(JSON.stringify(paid)).not.toContain(token);
    });

    it('knows the link before the letter leaves: a run that dies then leaves no link that no case knows', async () => {
      const { one, ports } = stage();
      await cases.put({ ...one, letters: one.letters.slice(1, 2) });
      const known: boolean[] = [];
      const looking: PayPorts['mailer'] = {
        send: async (mail) => {
          const stored = (await cases.read(one))?.links.map(({ hash }) => hash) ?? [];
          known.push(links(mail).every(({ hash = '' }) => stored.includes(hash)));
          throw new Error('the process died');
        },
      };
      await expect(payCase({ ...ports, mailer: looking }, { broker, siteUrl }, one)).rejects.toThrow();
      expect(known).toEqual([true]);
    });

    it('gives a letter that is tried again another link, and the first still works: it may have arrived', async () => {
      const { one, post, ports, wait } = stage((_, call) => (call < 7 ? 'Throttling' : undefined));
      let made = 0;
      const fixed = { ...ports, newToken: () => String((made += 1)).padStart(43, 'x') };
      await cases.put({ ...one, letters: one.letters.slice(1, 2) });
      for (let run = 0; run < 7; run += 1) {
        await payCase(fixed, { broker, siteUrl }, one);
        wait(15 * 60_000);
      }
      expect(post.sent).toHaveLength(1);
      expect(links(post.sent[0])).toMatchObject([{ hash: hashOfToken('7'.padStart(43, 'x')) }]);
      const kept = [3, 4, 5, 6, 7].map((nth) => hashOfToken(String(nth).padStart(43, 'x')));
      expect((await cases.read(one))?.links.map(({ hash }) => hash)).toEqual(kept);
    });

    it('gives the link of a lost race to nobody', async () => {
      const { one, post, pay } = stage();
      await cases.put(one);
      await Promise.all(Array.from({ length: 6 }, pay));
      await pay();
      const stored = (await cases.read(one))?.links.map(({ hash }) => hash);
      expect(
        post.sent
          .flatMap(links)
          .map(({ hash }) => hash)
          .sort(),
      ).toEqual(stored?.sort());
      expect(stored).toHaveLength(2);
    });

    it('writes no answer to a mailbox that nobody confirmed, and parks it in the end', async () => {
      const { one, post, pay, wait } = stage();
      const at = one.openedAt;
      const outcome = { at, who: 'ada@harborpine.example', name: 'Ada', code: 'needs-power-of-attorney', values: {} };
      const answered: Case = { ...one, state: 'answered', outcome: { ...outcome, releasedAt: at }, letters: [] };
      await cases.put(owing(answered, at, { kind: 'outcome', to: 'contact' }));
      await pay();
      expect((await cases.read(one))?.letters).toMatchObject([{ state: 'owed', lastFailure: 'unwritable' }]);
      wait(GIVE_UP_AFTER_MS);
      await pay();
      expect((await cases.read(one))?.letters).toMatchObject([{ state: 'parked' }]);
      expect(post.sent).toEqual([]);
    });
  });
}
