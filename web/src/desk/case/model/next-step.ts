import { krResults } from '#domain/abi/kr/results.ts';
import type { Move } from '#domain/case/moves/move.ts';
import type { CasePage } from '#domain/desk/case-page.ts';

type Check = CasePage['checks'][number];
/** Checks that a member records by the form of a check; mailboxes are confirmed by their readers, the others are moves of their own. */
export type RecordedKind = Extract<Move, { move: 'check' }>['kind'];

const otherwise: readonly Check['kind'][] = ['mailbox', 'other-mailbox', 'earlier-contact', 'second-look'];
export const isRecorded = (kind: Check['kind']): kind is RecordedKind => !otherwise.includes(kind);

/** Where the case stands on the short safe way, and what comes next. Its words have the same key. */
export type NextStep =
  | { readonly step: 'over' | 'wait-mailbox' | 'clear' | 'ask-cbp' | 'file' | 'answer' | 'answer-held' | 'incomplete' }
  /** There is nothing to clear; or all is, and CBP has no message for it. */
  | { readonly step: 'advise' | 'do' }
  | { readonly step: 'frozen' | 'frozen-over' | 'look-again' }
  | { readonly step: 'tell-earlier'; readonly again: boolean }
  /** Only time is left; without `until`, the letter has not left yet. */
  | { readonly step: 'wait-hold'; readonly until?: string }
  | { readonly step: 'check'; readonly kind: RecordedKind; readonly again: boolean };

const over: readonly CasePage['state'][] = ['answered', 'declined', 'closed'];

export const isOver = ({ state }: Pick<CasePage, 'state'>): boolean => over.includes(state);

type Looked = Pick<
  CasePage,
  | 'state'
  | 'checks'
  | 'cleared'
  | 'readyToClear'
  | 'onFile'
  | 'gate'
  | 'tool'
  | 'more'
  | 'missing'
  | 'outcome'
  | 'frozen'
>;

/** The one thing to do next. Checks a member can do come before a wait for somebody outside. */
export function nextStep(page: Looked): NextStep {
  if (page.frozen) return { step: isOver(page) ? 'frozen-over' : 'frozen' };
  if (isOver(page)) return { step: 'over' };
  if (page.gate === 'advises') return { step: page.missing.length > 0 ? 'incomplete' : 'advise' };
  if (page.cleared === undefined) return beforeClearance(page);
  if (page.tool === undefined) return { step: 'do' };
  if (page.onFile === undefined || page.more.some(({ onFile }) => onFile === undefined)) return { step: 'ask-cbp' };
  if (page.tool === 'query') return { step: 'answer' };
  return { step: krResults[page.onFile.result].track === 'on-file' ? 'file' : 'answer' };
}

function beforeClearance({ checks, readyToClear, outcome, missing }: Looked): NextStep {
  if (readyToClear) return { step: outcome === undefined ? 'clear' : 'answer-held' };
  // Checks of a request that is not complete yet would have to be done again.
  if (missing.length > 0) return { step: 'incomplete' };
  return checks.flatMap(doNow)[0] ?? waitFor(checks);
}

/** What a member can do about a check. The earlier contact is told first: their time runs while the calls are made. */
function doNow({ kind, state }: Check): NextStep[] {
  if (state === 'passed' || state === 'waiting') return [];
  if (isRecorded(kind)) return [{ step: 'check', kind, again: state === 'failed' }];
  if (kind === 'earlier-contact') return [{ step: 'tell-earlier', again: state === 'failed' }];
  return kind === 'second-look' ? [{ step: 'look-again' }] : [];
}

function waitFor(checks: readonly Check[]): NextStep {
  const hold = checks.find(({ state }) => state === 'waiting');
  const mailboxes = checks.some(({ kind, state }) => kind.endsWith('mailbox') && state === 'missing');
  if (!hold || mailboxes) return { step: 'wait-mailbox' };
  return { step: 'wait-hold', ...(hold.until !== undefined && { until: hold.until }) };
}

/** How many of the checks are done. */
export const progressOf = ({ checks }: Pick<CasePage, 'checks'>): { readonly done: number; readonly all: number } => ({
  done: checks.filter(({ state }) => state === 'passed').length,
  all: checks.length,
});
