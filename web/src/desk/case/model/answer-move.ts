import type { Move } from '#domain/case/moves/move.ts';
import type { OutcomeOffer } from '#domain/desk/case-page.ts';
import { instantAt, wallTime } from './moment.ts';
import type { Suggested } from './suggested.ts';

type Values = Readonly<Record<string, string>>;
type AnswerMove = Extract<Move, { move: 'answer' }>;

/** The form holds an outcome's own fields under this, apart from `outcome`, `words` and `override`. */
const OWN = 'value.';
export const ownField = (name: string): string => `${OWN}${name}`;

/** What the form begins with: the outcome that CBP's answer leads to. Times are the office's. */
export function beginWith(suggested: Suggested | undefined, offers: readonly OutcomeOffer[], timeZone: string): Values {
  const offer = offers.find(({ code }) => code === suggested?.code);
  if (!suggested || !offer) return {};
  const values = offer.fields.flatMap(({ name, kind }) => {
    const value = suggested.values[name] ?? '';
    return value === '' ? [] : [[ownField(name), kind === 'moment' ? wallTime(value, timeZone) : value] as const];
  });
  return { outcome: offer.code, ...Object.fromEntries(values) };
}

/** An outcome's values as they are sent, empty ones left out; a time that is none stays as typed, for the door to refuse. */
export function outcomeValues({ fields }: Pick<OutcomeOffer, 'fields'>, values: Values, timeZone: string): Values {
  const filled = fields.flatMap(({ name, kind }): [string, string][] => {
    const typed = values[ownField(name)]?.trim() ?? '';
    if (typed === '') return [];
    return [[name, kind === 'moment' ? (instantAt(typed, timeZone) ?? typed) : typed]];
  });
  return Object.fromEntries(filled);
}

export type AnswerForm = {
  readonly values: Values;
  readonly offer: OutcomeOffer | undefined;
  /** The case is not cleared, and this outcome wants it. */
  readonly held: boolean;
  readonly timeZone: string;
};

/** The move, or the fields that are missing. */
export function answerMove({ values, offer, held, timeZone }: AnswerForm): AnswerMove | { readonly missing: string[] } {
  if (!offer) return { missing: ['outcome'] };
  const own = outcomeValues(offer, values, timeZone);
  const [words = '', override = ''] = [values['words']?.trim(), values['override']?.trim()];
  const missing = [
    ...offer.fields.flatMap(({ name, needed }) => (needed && own[name] === undefined ? [ownField(name)] : [])),
    ...(held && override === '' ? ['override'] : []),
  ];
  if (missing.length > 0) return { missing };
  return {
    move: 'answer',
    outcome: offer.code,
    values: { ...own },
    ...(words !== '' && { words }),
    ...(held && { override }),
  };
}
