import type { Move } from '#domain/case/moves/move.ts';
import { say } from '../words.ts';
import type { RecordedKind } from './next-step.ts';

type CheckMove = Extract<Move, { move: 'check' }>;
type Needed = 'person' | 'source' | 'result' | 'on' | 'ends' | 'note';

/** They stand in for an earlier contact who cannot be told by mail: a licensed member says why. */
export const inItsStead = ['second-person', 'letter-on-file'] as const satisfies RecordedKind[];
export const isInStead = (kind: RecordedKind): boolean => inItsStead.some((one) => one === kind);
/** A paper has a date; what failed need not be one. */
export const dated: readonly RecordedKind[] = ['power-of-attorney', 'letter-on-file'];

/** Where proof may come from: our own client file and papers, never the request. In the words that go on record. */
export function sourcesOf(kind: RecordedKind): readonly string[] {
  switch (kind) {
    case 'call-back':
      return [say('check.call-back.file'), say('check.call-back.earlier')];
    case 'power-of-attorney':
      return [say('check.power-of-attorney.file'), say('check.power-of-attorney.new')];
    case 'certifier':
      return [say('check.certifier.spoken'), say('check.certifier.signed')];
    case 'second-person':
      return [say('check.second-person.file'), say('check.second-person.earlier')];
    case 'letter-on-file':
      return [say('check.letter-on-file.file'), say('check.letter-on-file.record')];
    case 'receiver':
      return [say('check.receiver.contact'), say('check.receiver.called')];
  }
}

/** The move that a filled-in check makes, or what is missing. Only a paper that counts needs its date. */
export function checkMove(
  kind: RecordedKind,
  values: Readonly<Record<string, string>>,
): CheckMove | { readonly missing: readonly Needed[] } {
  const value = (field: string) => values[field]?.trim() ?? '';
  const [person, source, where, on, note] = ['person', 'source', 'where', 'on', 'note'].map(value);
  const ends = kind === 'power-of-attorney' ? value('ends') : '';
  const result = (['passed', 'failed'] as const).find((one) => one === value('result'));
  const wantsDate = dated.includes(kind) && result !== 'failed';
  const missing: Needed[] = [
    ...(person ? [] : (['person'] as const)),
    ...(source ? [] : (['source'] as const)),
    ...(wantsDate && !on ? (['on'] as const) : []),
    ...(on && ends && ends < on ? (['ends'] as const) : []),
    ...(result ? [] : (['result'] as const)),
    ...(isInStead(kind) && !note ? (['note'] as const) : []),
  ];
  if (!result || !person || !source || missing.length > 0) return { missing };
  return {
    move: 'check',
    kind,
    result,
    person,
    source: where ? `${source}: ${where}` : source,
    ...(dated.includes(kind) && on && { on }),
    ...(ends && { ends }),
    ...(note && { note }),
  };
}
