import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CasePage } from '#domain/desk/case-page.ts';
import type { Move, MoveName } from '#domain/case/moves/move.ts';
import type { Problem } from '../../api/problem.ts';
import type { RecordedKind } from '../model/next-step.ts';
import type { Suggested } from '../model/suggested.ts';

/** A form of the page; one is open at a time, each with a draft of its own. */
export type FormName =
  | 'hand-over'
  | 'ask'
  | 'note'
  | 'flag'
  | `unflag:${string}`
  | `check:${RecordedKind}`
  | 'tell-earlier'
  | `came-back:${string}`
  | 'look-again'
  | 'freeze'
  | 'unfreeze'
  | 'legal-hold'
  | 'end-legal-hold'
  | 'power-ended'
  | 'erase'
  | 'answer'
  | 'decline'
  | 'close'
  | 'reopen'
  | 'convert';

/** The case that the page shows, for everything on it. */
export type CaseDesk = {
  readonly page: CasePage;
  readonly send: (move: Move, version: number) => Promise<Problem | undefined>;
  /** Makes a move that needs no form, on the version in sight. */
  readonly act: (move: Move) => void;
  readonly acting: MoveName | undefined;
  readonly open: FormName | undefined;
  readonly show: (form: FormName) => void;
  /** Closes the form. `sent`: the eye goes to what comes next. */
  readonly hide: (how?: 'sent') => void;
  /** What others did was shown with a form and answered. */
  readonly seen: () => void;
  /** The eye goes to what comes next. */
  readonly toNext: () => void;
  /** The outcome that CBP's answer leads to, for the form to begin with. */
  readonly suggested: Suggested | undefined;
  /** Opens the answer with an outcome that a member asked for: it takes the place of what a draft says. */
  readonly suggest: (suggested: Suggested) => void;
  /** Such an outcome that the form has not filled in yet; and that it has. */
  readonly fresh: Suggested | undefined;
  readonly used: () => void;
};

const Context = createContext<CaseDesk | undefined>(undefined);

export const CaseProvider = Context.Provider;

export function useDesk(): CaseDesk {
  const desk = useContext(Context);
  if (!desk) throw new Error('rendered outside the case');
  return desk;
}

/** A case's name for drafts: the reference alone may name two. */
export const aboutOf = ({ reference, digest }: Pick<CasePage, 'reference' | 'digest'>): string =>
  `${reference}/${digest.slice(0, 8)}`;

/** A form that stands among the checks. */
export const isOfChecks = (form: FormName | undefined): boolean =>
  form !== undefined && (form === 'tell-earlier' || form === 'look-again' || /^(check|came-back):/.test(form));

/** Whether the case takes a move as it is now. */
export const takes = ({ moves }: Pick<CasePage, 'moves'>, move: MoveName): boolean => moves.includes(move);
