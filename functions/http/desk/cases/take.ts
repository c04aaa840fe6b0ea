import { recordOfCase } from '#casework/audit/record.ts';
import { moveCase } from '#casework/move-case.ts';
import type { MoveCaseEnd } from '#casework/move-case.ts';
import type { Broker, Member } from '#domain/broker/broker.ts';
import type { BulkTake, BulkTaken } from '#domain/desk/case-calls.ts';
import { keyOf } from './key.ts';
import type { CaseRoutePorts } from './ports.ts';
import { refusalWords } from './refusals.ts';
import words from './text/refusals.en.json' with { type: 'json' };

type Result = BulkTaken['results'][number];

/** Each by itself: what one of them refuses keeps no other from being taken. */
export async function takeAll(ports: CaseRoutePorts, by: Member, { cases }: BulkTake): Promise<BulkTaken> {
  const { broker } = ports;
  const take = { move: 'take' } as const;
  const results = cases.map(async ({ version, ...named }): Promise<Result> => {
    const key = keyOf(named.reference, named.digest);
    if (!key) return { ...named, ...resultOf({ gone: true }, broker) };
    const end = await moveCase(ports, { key, version, move: take, by, broker });
    if ('moved' in end) ports.log('case-moved', { reference: key.reference, move: 'take' });
    return { ...key, ...resultOf(end, broker) };
  });
  const done = await Promise.all(results);
  // One after the other: all of them are for the same place in the member's chain.
  for (const { result, ...named } of done) {
    const key = keyOf(named.reference, named.digest);
    if (key && result === 'taken') await recordOfCase(ports, by, key, 'moved', take);
  }
  return { results: done };
}

function resultOf(end: MoveCaseEnd, broker: Broker): Pick<Result, 'result' | 'why' | 'version'> {
  if ('moved' in end) return { result: 'taken', version: end.moved.version };
  if ('late' in end) return { result: 'moved', why: words.moved, version: end.late.case.version };
  if ('refused' in end) return { result: 'refused', why: refusalWords(end.refused, broker) };
  return { result: 'gone', why: words.gone };
}
