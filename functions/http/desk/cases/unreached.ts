import type { Case } from '#domain/case/case.ts';
import { deliveryOf, unreachedMailboxes } from '#domain/case/delivery-state.ts';
import type { NamedMailbox } from '#domain/case/letter-parts.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import { otherMailboxOf } from '#domain/requests/mailboxes.ts';
import { fieldOf, namesInScreenOrder, teamLabel } from '#domain/requests/team-answers.ts';
import { dialledPhone, shownPhone } from './phone.ts';

type Unreached = NonNullable<CasePage['unreached']>;

/** Whom our letters do not reach, and the numbers to call instead; nothing while all of them arrive. */
export function unreachedOf(of: Case): Pick<CasePage, 'unreached'> {
  const mailboxes = unreachedMailboxes(of).flatMap(({ mailbox, since }) =>
    mailbox === 'earlier-contact' ? [] : [{ mailbox, since, address: addressOf(of, mailbox), why: whyOf(of, mailbox) }],
  );
  return mailboxes.length === 0 ? {} : { unreached: { mailboxes, phones: phonesOf(of) } };
}

const addressOf = (of: Case, mailbox: NamedMailbox): string =>
  (mailbox === 'contact' ? of.answers['contactEmail'] : otherMailboxOf(of.type, of.answers)) ?? '';

/** Who says that our letters are spam can be reached, and does not want to be. */
const whyOf = ({ letters }: Case, mailbox: NamedMailbox): Unreached['mailboxes'][number]['why'] =>
  letters.some(
    (letter) => letter.to === mailbox && (deliveryOf(letter) === 'complained' || letter.heldFor === 'complained'),
  )
    ? 'complained'
    : 'bounced';

/** The contact's own first: a company's number may lead to anybody. */
const phonesOf = (of: Case): Unreached['phones'] =>
  namesInScreenOrder(of.type, of.answers, of.importerNumber.kind)
    .flatMap((name) => {
      const given = numberOf(of, name);
      if (given === undefined) return [];
      const dial = dialledPhone(given);
      const number = shownPhone(given) ?? given;
      return [{ name, label: teamLabel(of.type, name), number, ...(dial !== undefined && { dial }) }];
    })
    .sort((a, b) => Number(b.name === 'contactPhone') - Number(a.name === 'contactPhone'));

/** With its extension, where that is a question of its own. */
function numberOf({ type, answers }: Case, name: string): string | undefined {
  const { [name]: given, [`${name}Extension`]: extension } = answers;
  if (given === undefined || fieldOf(type, name)?.kind !== 'phone') return undefined;
  return extension === undefined ? given : `${given} ext. ${extension}`;
}
