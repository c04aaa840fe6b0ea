import { broker } from '../../broker.config.ts';
import type { Member } from '#domain/broker/broker.ts';
import type { Case } from '#domain/case/case.ts';
import { confirmMailbox } from '#domain/case/moves/importer-moves.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import type { Move, MoveName } from '#domain/case/moves/move.ts';
import type { CheckKind } from '#domain/case/parts.ts';
import { aMonday, opened, unsuspicious } from '#test/fakes/requests.ts';

/** Cases in every condition, made by the moves themselves; and one move of each name that fits a name query. */
export const ada: Member = { name: 'Ada Osei', email: 'ada@harborpine.example', role: 'licensed' };
export const luis: Member = { name: 'Luis Marin', email: 'luis@harborpine.example', role: 'member' };

/** So many minutes after the case was opened. */
export const at = (minutes: number): Date => new Date(aMonday.getTime() + minutes * 60_000);
export const on = (by: Member = ada, minutes = 30) => ({ by, now: at(minutes), broker });
export const importerOn = (minutes = 20) => ({ now: at(minutes), broker });

export const checkOf = (kind: Exclude<CheckKind, 'second-look'>, result: 'passed' | 'failed' = 'passed'): Move => ({
  move: 'check',
  kind,
  result,
  person: 'Rosa Alvarez',
  source: 'Client file, sheet 4',
  on: '2026-11-02',
});

/** The case after moves that it must take. */
export function after(of: Case, by: Member, ...moves: readonly Move[]): Case {
  return moves.reduce((now, move, nth) => {
    const step = makeMove(now, move, on(by, 30 + now.rev + nth));
    if ('refused' in step) throw new Error(`${move.move} was refused: ${JSON.stringify(step.refused)}`);
    return step.moved;
  }, of);
}

export function confirmed(of: Case, mailbox: 'contact' | 'other-mailbox' = 'contact'): Case {
  const next = confirmMailbox(of, mailbox, importerOn());
  if (!next) throw new Error('nothing to confirm');
  return next;
}

export const query = unsuspicious(opened('name-query'));
export const update = unsuspicious(opened('email-update'));

const queryChecks = [checkOf('power-of-attorney'), checkOf('receiver')];
export const updateChecks = [checkOf('call-back'), checkOf('power-of-attorney'), checkOf('certifier')];

/** With every check on record, not cleared. */
export const readyQuery = after(confirmed(query), luis, ...queryChecks);
/** No earlier contact can be told by mail, which is usual: a licensed member called somebody else of the client file. */
export const secondPerson: Move = {
  ...{ move: 'check', kind: 'second-person', result: 'passed', person: 'Omar Diaz', source: 'Client file, sheet 4' },
  note: 'Jim has left. His mailbox is closed.',
};
export const readyUpdate = after(
  after(confirmed(confirmed(update), 'other-mailbox'), luis, ...updateChecks),
  ada,
  secondPerson,
);

export const nameOnFile: Move = {
  move: 'answer',
  outcome: 'name-on-file',
  values: { legalName: 'ACME IMPORTS, LLC', abbreviatedName: 'ACME IMPORTS LLC' },
  words: 'Good luck!',
};
export const override = { ...nameOnFile, override: 'CBP answered by phone before the checks were done.' };

/** One move of each name. Their `answer` needs clearance; `flag` comes first where `unflag` is asked. */
export const moves: { readonly [Name in MoveName]: Extract<Move, { move: Name }> } = {
  take: { move: 'take' },
  'hand-over': { move: 'hand-over', to: 'mei@harborpine.example', text: 'You know them.' },
  'put-back': { move: 'put-back' },
  note: { move: 'note', text: 'They called.' },
  flag: { move: 'flag', reason: 'The domain looks odd.' },
  unflag: { move: 'unflag', flag: 'f1', reason: 'It is their new website.' },
  ask: { move: 'ask', text: 'Which name did you type?', prepared: 'typed-name' },
  check: { move: 'check', kind: 'receiver', result: 'passed', person: 'Rosa Alvarez', source: 'Client file' },
  'tell-earlier': { move: 'tell-earlier', mailbox: 'jim@acme-imports.example', source: 'Client file, sheet 1' },
  'came-back': { move: 'came-back', telling: 't1', note: 'Unknown user.' },
  'look-again': { move: 'look-again', result: 'passed', note: 'The website names the new domain.' },
  freeze: { move: 'freeze', reason: 'The president called: it was not them.' },
  unfreeze: { move: 'unfreeze', reason: 'Their bookkeeper did not know of it. The president does.' },
  'let-go': { move: 'let-go', letter: 'contact-received' },
  'legal-hold': { move: 'legal-hold', reason: 'CBP asked for our records (Form 28).' },
  'end-legal-hold': { move: 'end-legal-hold', reason: 'CBP has all it wanted.' },
  'power-ended': { move: 'power-ended', on: '2026-11-10', note: 'They revoked it by letter.' },
  erase: { move: 'erase', reason: 'They asked for it, and nothing was done yet.' },
  clear: { move: 'clear' },
  'on-file': { move: 'on-file', onFile: { result: '1', abbreviatedName: 'ACME IMPORTS LLC' } },
  answer: { move: 'answer', outcome: 'name-on-file', values: { abbreviatedName: 'ACME IMPORTS LLC' } },
  decline: { move: 'decline', reason: 'not-a-client', words: 'Please ask your own broker.' },
  close: { move: 'close', reason: 'solved', text: 'By phone.' },
  reopen: { move: 'reopen', reason: 'They called again.' },
  convert: { move: 'convert', to: 'email-update' },
};

const flagged = (of: Case): Case => after(of, luis, moves.flag);

/** Cases that take what only the guard of an email update, a freeze or a hold brings about. */
export const guarded = {
  update,
  told: after(update, luis, moves['tell-earlier']),
  flagged: after(readyUpdate, luis, moves.flag),
  frozen: after(query, luis, moves.freeze),
  'letter held': {
    ...query,
    letters: query.letters.map((one) => ({ ...one, state: 'held' as const, heldFor: 'budget' as const })),
  },
  'under legal hold': after(query, ada, moves['legal-hold']),
} satisfies Record<string, Case>;

/** A name query in every condition that decides what it takes. Each bears a flag, so that one can be taken off. */
export const conditions = {
  new: { ...flagged(query), state: 'new' as const },
  open: flagged(after(query, luis, { move: 'take' })),
  waiting: flagged(after(query, luis, moves.ask)),
  ready: flagged(readyQuery),
  cleared: flagged(after(readyQuery, luis, { move: 'clear' })),
  held: flagged(after(after(query, luis, { move: 'take' }), ada, override)),
  answered: flagged(after(readyQuery, luis, { move: 'clear' }, nameOnFile)),
  declined: flagged(after(query, luis, moves.decline)),
  closed: flagged(after(query, luis, moves.close)),
};
