import type { Move } from '../../../functions/domain/case/moves/move.ts';
import type { Letter } from '../../../functions/domain/case/case.ts';
import type { Company } from './companies.ts';

/** What happens in the course of a case, hours after what came before: a member's move, or one of the importer. */
export type Step =
  | { readonly after: number; readonly by: number; readonly move: (company: Company, now: Date) => Move }
  | { readonly after: number; readonly importer: 'confirm' | 'confirm-other' | 'complete' }
  | { readonly after: number; readonly importer: 'reply'; readonly text: string }
  | { readonly after: number; readonly earlierContact: 'not-us' }
  /** A letter of this kind went to too full a mailbox. */
  | { readonly after: number; readonly holds: Letter['kind'] }
  /** A letter of this kind came back: nobody has this address. */
  | { readonly after: number; readonly comesBack: Letter['kind'] };

export const by = (member: number, after: number, move: Move | ((company: Company, now: Date) => Move)): Step => ({
  ...{ after, by: member, move: typeof move === 'function' ? move : () => move },
});
export const confirm: Step = { after: 0.2, importer: 'confirm' };
export const confirmOther: Step = { after: 0.1, importer: 'confirm-other' };
export const take = (member: number) => by(member, 1.5, { move: 'take' });
export const signed = (member: number): Step =>
  by(member, 0.3, ({ person }, now) => ({
    ...{ move: 'check', kind: 'power-of-attorney', result: 'passed', person: person.join(' ') },
    ...{ source: 'Client file, signed CBP Form 5291', on: new Date(now.getTime() - 2e10).toISOString().slice(0, 10) },
  }));
export const called = (member: number, kind: 'call-back' | 'receiver' | 'certifier'): Step =>
  by(member, 0.4, ({ person }) => ({
    ...{ move: 'check', kind, result: 'passed', person: person.join(' ') },
    ...{ source: 'Client file, main number' },
  }));
/** Usual where somebody left: no earlier contact can be told by mail, and a licensed member calls a second person. */
export const secondCalled: Step = by(0, 0.3, ({ person }) => ({
  ...{ move: 'check', kind: 'second-person', result: 'passed', person: `Assistant of ${person.join(' ')}` },
  ...{ source: 'Client file, main number', note: 'The earlier contact has left, and that mailbox is closed.' },
}));
/** Somebody who left the company, but reads that mailbox still. */
export const told = (member: number, after = 0.3): Step =>
  by(member, after, ({ domain }) => ({
    ...{ move: 'tell-earlier', mailbox: `imports@old-${domain}`, source: 'Contact card of 2019' },
  }));
export const notUs: Step = { after: 3, earlierContact: 'not-us' };
export const clear = (member: number) => by(member, 0.1, { move: 'clear' });
export const nameCleared = (member: number) => [
  confirm,
  take(member),
  signed(member),
  called(member, 'receiver'),
  clear(member),
];
export const emailCleared = (member: number) => [
  ...[confirm, confirmOther, take(member), called(member, 'call-back'), signed(member), called(member, 'certifier')],
  secondCalled,
  clear(member),
];
export const answer = (member: number, outcome: string, values: Record<string, string> = {}) =>
  by(member, 2, { move: 'answer', outcome, values });
export const filed = (member: number): Step =>
  by(member, 2, ({ onFile }) => ({
    move: 'answer',
    outcome: 'name-on-file',
    values: { legalName: onFile, abbreviatedName: onFile.slice(0, 32) },
  }));
/** Of three numbers: one under the name on file, one under a shorter one, one that CBP knows nothing of. */
export const severalFiled = (member: number): Step =>
  by(member, 2, ({ onFile }) => ({
    ...{ move: 'answer', outcome: 'names-on-file' },
    values: {
      ...{ result1: 'on-file', legalName1: onFile, abbreviatedName1: onFile.slice(0, 32) },
      ...{ result2: 'on-file', abbreviatedName2: onFile.slice(0, 20).trim(), result3: 'nothing-on-file' },
    },
  }));
export const accepted = (member: number): Step =>
  by(member, 3, (_, now) => ({ move: 'answer', outcome: 'accepted', values: { acceptedAt: now.toISOString() } }));
export const ask = (member: number, text: string) => by(member, 1, { move: 'ask', text });
/** What CBP's record shows, as a pasted KR answer would have brought it. */
export const asOnFile = (member: number): Step =>
  by(member, 1, ({ onFile }) => ({
    move: 'on-file',
    onFile: {
      result: '1',
      abbreviatedName: onFile.slice(0, 32),
      legalName: onFile,
      mailing: { lines: ['1200 HARBOR STREET', 'SUITE 4'], city: 'MIAMI', state: 'FL', postal: '33122' },
      center: 'CEE004',
    },
  }));
