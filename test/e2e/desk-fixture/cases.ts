import { broker } from '../../../broker.config.ts';
import type { Member } from '#domain/broker/broker.ts';
import type { Case } from '#domain/case/case.ts';
import { confirmMailbox } from '#domain/case/moves/importer-moves.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import type { Move } from '#domain/case/moves/move.ts';
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { newCase } from '#casework/open-case.ts';
import { checked, unsuspicious } from '#test/fakes/requests.ts';
import { krAnswer } from '../../domain/fixtures/kr-lines.ts';

const HOUR = 3_600_000;
export const ago = (hours: number): Date => new Date(Date.now() - hours * HOUR);

function memberOf(name: string): Member {
  const member = broker.members.find((one) => one.name.startsWith(name));
  if (!member) throw new Error(`nobody is called ${name}`);
  return member;
}

/** A case that came in some hours ago, and what happened since: half an hour a step. */
export function played(
  of: Case,
  steps: readonly (Move | 'confirm' | 'confirm-other')[],
  who = 'Ada',
  hours = 20,
): Case {
  return steps.reduce<Case>((now, step, index) => {
    const on = { now: ago(hours - index / 2), broker };
    if (step === 'confirm') return confirmMailbox(now, 'contact', on) ?? now;
    if (step === 'confirm-other') return confirmMailbox(now, 'other-mailbox', on) ?? now;
    const made = makeMove(now, step, { by: memberOf(who), now: on.now, broker });
    if ('refused' in made) throw new Error(`${step.move} is refused: ${JSON.stringify(made.refused)}`);
    return made.moved;
  }, of);
}

export const came = (type: RequestTypeName, change: Record<string, unknown> = {}, nth = 0, hours = 24): Case =>
  unsuspicious(newCase(checked(type, change, nth), broker, ago(hours)));

type Check = Extract<Move, { move: 'check' }>;

export const passed = (kind: Check['kind'], person = 'Rosa Alvarez'): Check => ({
  move: 'check',
  kind,
  result: 'passed',
  person,
  source: 'Phone number in our client file: card of 2024',
  ...((kind === 'power-of-attorney' || kind === 'letter-on-file') && { on: '2025-03-01' }),
  ...((kind === 'second-person' || kind === 'letter-on-file') && { note: 'The earlier contact has left.' }),
});

export const toldEarlier: Move = {
  ...{ move: 'tell-earlier', mailbox: 'jim@acme-imports.example', source: 'Contact card of 2019' },
};

/** The letters that a case owes left so many hours ago. */
export const lettersLeft = (of: Case, hours: number): Case => ({
  ...of,
  letters: of.letters.map((letter) =>
    letter.state === 'owed' ? { ...letter, state: 'sent', attempts: 1, sentAt: ago(hours).toISOString() } : letter,
  ),
});

const nameChecks = [passed('power-of-attorney'), passed('receiver')];
const emailChecks = [
  passed('second-person', 'Omar Diaz'),
  passed('call-back'),
  passed('power-of-attorney'),
  passed('certifier'),
];

/** Everything done that clearance asks for, and cleared. */
export const clearedName = (change: Record<string, unknown> = {}): Case =>
  played(came('name-query', change), ['confirm', { move: 'take' }, ...nameChecks, { move: 'clear' }]);
export const clearedEmail = (change: Record<string, unknown> = {}): Case =>
  played(came('email-update', change), [
    'confirm',
    'confirm-other',
    { move: 'take' },
    ...emailChecks,
    { move: 'clear' },
  ]);

export const acme: OnFile = {
  result: '1',
  abbreviatedName: 'ACME IMPORTS, LLC',
  legalName: 'ACME IMPORTS, LLC',
  secondName: { qualifier: 'DBA', name: 'ACME TOYS' },
  mailing: { lines: ['1200 HARBOR ST'], city: 'MIAMI', state: 'FL', postal: '33122' },
};

/** CBP's answer as it is copied out of a broker's software. */
export const pasteOf = (number: string, onFile: OnFile = acme): string => krAnswer(number, onFile).join('\n');
