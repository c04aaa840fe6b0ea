import type { Move } from '#domain/case/moves/move.ts';
import { say } from '../words.ts';
import type { RecordedKind } from './next-step.ts';

type CheckMove = Extract<Move, { move: 'check' }>;
type Needed = 'person' | 'source' | 'result' | 'on';

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

/** The move that a filled-in check makes, or what is missing. Only a power of attorney that counts needs its date. */
export function checkMove(
  kind: RecordedKind,
  values: Readonly<Record<string, string>>,
): CheckMove | { readonly missing: readonly Needed[] } {
  const value = (field: string) => values[field]?.trim() ?? '';
  const [person, source, where, on, note] = ['person', 'source', 'where', 'on', 'note'].map(value);
  const result = (['passed', 'failed'] as const).find((one) => one === value('result'));
  const dated = kind === 'power-of-attorney' && result !== 'failed';
  const missing: Needed[] = [
    ...(person ? [] : (['person'] as const)),
    ...(source ? [] : (['source'] as const)),
    ...(dated && !on ? (['on'] as const) : []),
    ...(result ? [] : (['result'] as const)),
  ];
  if (!result || !person || !source || missing.length > 0) return { missing };
  return {
    move: 'check',
    kind,
    result,
    person,
    source: where ? `${source}: ${where}` : source,
    ...(kind === 'power-of-attorney' && on && { on }),
    ...(note && { note }),
  };
}
