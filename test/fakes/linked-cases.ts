import { hashOfToken, newToken } from '#casework/links.ts';
import type { Case } from '#domain/case/case.ts';
import { mailedLink, withLink } from '#domain/case/links.ts';
import type { LinkPurpose, Mailbox } from '#domain/case/letter-parts.ts';
import { confirmed, moved, states } from './importer-cases.ts';
import { aMonday, opened } from './requests.ts';

/** A case with a link that one of its letters carries, as the letter's reader holds it. */
export type Linked = { readonly case: Case; readonly part: string };

const told = (): Case =>
  moved(confirmed(opened('email-update'), 'contact', 'other-mailbox'), {
    move: 'tell-earlier',
    mailbox: 'old@acme-imports.example',
    source: 'client file',
  });

/** What each purpose is good for, on a case where it can do something. A new purpose does not compile without a line here. */
const of: Record<LinkPurpose, { readonly made: () => Case; readonly mailbox: Mailbox }> = {
  confirm: { made: states.new, mailbox: 'contact' },
  case: { made: () => ({ ...states.asked(), confirmed: {} }), mailbox: 'contact' },
  'not-us': { made: told, mailbox: 'earlier-contact' },
};

/** Nowhere else in any text: where it shows, the case shows. */
export const tellTale = 'Zephyr Quill Trading';

export function linkedFor(purpose: LinkPurpose, madeAt = aMonday): Linked {
  const { made, mailbox } = of[purpose];
  const one = made();
  const known = { ...one, answers: { ...one.answers, companyName: tellTale } };
  const letter = known.letters.at(-1) ?? { id: 'none' };
  const token = newToken();
  const link = mailedLink({ purpose, mailbox }, letter, hashOfToken(token), madeAt);
  return { case: withLink(known, link), part: `${known.reference}.${token}` };
}
