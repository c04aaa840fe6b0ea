import type { Case } from '#domain/case/case.ts';
import { maskedAnswer } from '#domain/requests/numbers.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { textsOf } from '#domain/requests/texts.ts';
import type { PublicSide } from './public-side.ts';

/** What an importer gave, as it was given. Of importer numbers it holds the ends. */
type Given = Pick<Case, 'answers' | 'statement'>;

export type OwnData = {
  readonly format: 1;
  readonly takenAt: string;
  /** Who keeps it. */
  readonly keptBy: { readonly name: string; readonly licenceNumber: string; readonly email: string };
  /** All that the page of the request shows, so no more of the importer number than its end. */
  readonly request: PublicSide;
  readonly answers: readonly { readonly name: string; readonly question: string; readonly answer: string }[];
  readonly statement?: Case['statement'];
};

/**
 * Everything that an importer gave and was told, to take along. It is made of the public side and of what they wrote, and
 * never of the case: a flag, a check, a hold, who was told or what waits cannot reach it by a slip.
 */
export const ownDataOf = (
  side: PublicSide,
  { answers, statement }: Given,
  keptBy: OwnData['keptBy'],
  now: Date,
): OwnData => ({
  format: 1,
  takenAt: now.toISOString(),
  keptBy: { name: keptBy.name, licenceNumber: keptBy.licenceNumber, email: keptBy.email },
  request: withoutWhy(side),
  answers: Object.entries(answers).map(([name, answer]) => ({
    name,
    question: questionOf(side, name),
    answer: maskedAnswer(name, answer) ?? answer,
  })),
  ...(statement && { statement }),
});

/** Declined on suspicion reads on the page as a request to call us. The code behind those words would say more. */
const withoutWhy = (side: PublicSide): PublicSide =>
  side.end?.values['reason'] === 'suspicion' ? { ...side, end: { ...side.end, values: {} } } : side;

/** The question as it was asked; of one that another type of request asked, in that type's words. */
const questionOf = ({ locale, type }: PublicSide, name: string): string =>
  [type, ...requestTypeNames].map((one) => textsOf(locale, one)[`${name}.label`]).find((label) => label) ?? name;
