import type { Case, CaseState } from '#domain/case/case.ts';
import { unreachedMailboxes } from '#domain/case/delivery-state.ts';
import type { RecordedOutcome } from '#domain/case/parts.ts';
import type { CaseReference } from '#domain/case/reference.ts';
import { endingOf } from '#domain/importer-number/show.ts';
import type { Ending } from '#domain/importer-number/show.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { moreNumbersOf } from '#domain/requests/numbers.ts';
import { outcomeOf } from '#domain/requests/outcomes.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';

type Spoken = { readonly at: string; readonly text: string };

/**
 * All of a case that its importer may see. The page is made of this and never of the case, so that a flag, a check, a
 * hold, a member's address or what CBP's record shows cannot reach it by a slip.
 */
export type PublicSide = {
  readonly reference: CaseReference;
  readonly type: RequestTypeName;
  readonly locale: Locale;
  readonly company: string;
  readonly number: Ending;
  /** Ends of further numbers, by the name of their question. */
  readonly more: readonly { readonly name: string; readonly ending: Ending }[];
  readonly state: CaseState;
  readonly openedAt: string;
  readonly dueAt: string;
  /** Whether somebody was seen to read the contact's mailbox. */
  readonly confirmed: boolean;
  /** Letters to them come back, wait since they would, or were given up. */
  readonly unreached: boolean;
  /** What the team asked, the oldest first, and what was answered. */
  readonly questions: readonly (Spoken & { readonly id: string; readonly answer?: Spoken })[];
  /** What the importer wrote without being asked. */
  readonly messages: readonly Spoken[];
  /** When the answers came that it lacked. */
  readonly completedAt?: string;
  /** What it was before; `by`: the answer that turned it, which only a confirmed mailbox is told. */
  readonly turned?: { readonly from: RequestTypeName; readonly by?: string };
  readonly end?: Pick<RecordedOutcome, 'code' | 'values' | 'words'> & { readonly at: string };
  /** There is an answer for them, which waits until the mailbox is confirmed. */
  readonly waits: boolean;
  readonly newEmail?: string;
  /** When they asked that it be deleted. */
  readonly erasureAskedAt?: string;
};

export function publicSideOf(of: Case): PublicSide {
  const end = endOf(of);
  const turned = turnOf(of);
  const completedAt = of.timeline.findLast(({ what }) => what === 'completed')?.at;
  const { companyName = '', newEmail } = of.answers;
  return {
    reference: of.reference,
    type: of.type,
    locale: of.locale,
    company: companyName,
    number: endingOf(of.importerNumber),
    more: moreNumbersOf(of).map(({ name, number }) => ({ name, ending: endingOf(number) })),
    state: isHidden(of) ? 'open' : of.state,
    openedAt: of.openedAt,
    dueAt: of.dueAt,
    confirmed: isConfirmed(of),
    unreached: isUnreached(of),
    questions: of.questions.map(({ id, at, text, answer, answeredAt }) => ({
      ...{ id, at, text },
      ...(answer !== undefined && answeredAt !== undefined && { answer: { at: answeredAt, text: answer } }),
    })),
    messages: messagesOf(of),
    ...(completedAt !== undefined && { completedAt }),
    ...(turned && { turned }),
    ...(end && { end }),
    waits: of.state === 'answered' && !end && !isHidden(of),
    ...(newEmail !== undefined && { newEmail }),
    ...(of.erasureAskedAt !== undefined && { erasureAskedAt: of.erasureAskedAt }),
  };
}

const isConfirmed = ({ confirmed }: Case): boolean => confirmed.contact !== undefined;

const isUnreached = (of: Case): boolean =>
  unreachedMailboxes(of).some(({ mailbox }) => mailbox === 'contact') ||
  of.letters.some(({ to, state }) => to === 'contact' && state === 'parked');

const messagesOf = ({ timeline }: Case): Spoken[] =>
  timeline.flatMap(({ what, at, text, about }) =>
    what === 'replied' && text !== undefined && about?.['question'] === undefined ? [{ at, text }] : [],
  );

/**
 * While somebody says that the request is not theirs, who asked sees it in work, and no answer. An answer that was mailed to
 * them stays: if it went from the page, that would tell of the hold.
 */
const isHidden = (of: Case): boolean => of.frozen !== undefined && of.state === 'answered' && !wasMailed(of);

const wasMailed = ({ letters, outcome }: Case): boolean =>
  letters.some(
    ({ kind, state, owedSince }) => kind === 'outcome' && state === 'sent' && owedSince >= (outcome?.releasedAt ?? '~'),
  );

/** A decline and a close tell nothing of CBP's record, and their letters go to whoever asked. An answer waits for the mailbox. */
function endOf(of: Case): PublicSide['end'] {
  const { outcome } = of;
  if (outcome?.releasedAt === undefined) return undefined;
  if (of.state === 'answered' && (!isConfirmed(of) || isHidden(of))) return undefined;
  const { code, values, words, releasedAt } = outcome;
  return { code, values, ...(words !== undefined && { words }), at: releasedAt };
}

function turnOf(of: Case): PublicSide['turned'] {
  const { was, timeline } = of;
  const last = was.at(-1);
  if (!last) return undefined;
  // Told at once, or when a clearance let it go; turned by hand, nothing was answered.
  const by = timeline
    .flatMap(({ at, about }) => (at === last.at ? (about?.['outcome'] ?? []) : []))
    .find((code) => outcomeOf(last.type, code)?.turnsInto === of.type);
  return { from: last.type, ...(by !== undefined && isConfirmed(of) && { by }) };
}
