import { isDeepStrictEqual } from 'node:util';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoCaseStore } from '../../../functions/aws/case-store.ts';
import type { Case } from '../../../functions/domain/case/case.ts';
import { broughtBack } from '../../../functions/domain/case/copied.ts';
import { standing } from './today.ts';
import type { Standing } from './today.ts';

type Copying = {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly copy: Case;
  readonly write: boolean;
  readonly say: (line: string) => void;
};

/** Says what differs between a case and its copy, and with `write` brings the copy back. Whether the case is there as it should be. */
export async function copyCase({ client, table, copy, write, say }: Copying): Promise<boolean> {
  const today = await standing(client, table, copy);
  for (const line of linesOf(today, copy)) say(`  ${line}`);
  if (today.is === 'case' && differing(today.case, copy).length === 0) return true;
  if (today.is === 'trace') return false;
  if (!write) {
    say('  Nothing was changed. Add --write to bring it back.');
    return false;
  }
  const next = broughtBack(copy, restOf(today), new Date());
  const cases = dynamoCaseStore(client, table);
  const end = today.is === 'nothing' ? await cases.put(next) : await cases.save(next, revOf(today));
  const done = end === 'stored' || end === 'saved';
  say(
    done
      ? '  Brought back. Letters that it owed then are held.'
      : '  Somebody wrote it meanwhile: nothing was changed. Look again.',
  );
  return done;
}

const restOf = (today: Standing) => (today.is === 'case' ? today.case : today.is === 'unreadable' ? today : undefined);

const revOf = (today: Exclude<Standing, { is: 'nothing' | 'trace' }>): number =>
  today.is === 'case' ? today.case.rev : today.rev;

/** What every write moves says nothing of what is in a case. */
const counters: readonly string[] = ['rev', 'version'] satisfies (keyof Case)[];

/** Names of its parts alone: what stands in them is for the desk, where it is on record who saw it. */
function differing(today: Case, copy: Case): string[] {
  const [now, then] = [new Map(Object.entries(today)), new Map(Object.entries(copy))];
  return [...new Set([...now.keys(), ...then.keys()])].filter(
    (name) => !counters.includes(name) && !isDeepStrictEqual(now.get(name), then.get(name)),
  );
}

function linesOf(today: Standing, copy: Case): string[] {
  switch (today.is) {
    case 'nothing':
      return [`It is not there today. The copy is ${describe(copy)}.`];
    case 'unreadable':
      return [`The record of today cannot be read. The copy is ${describe(copy)}.`];
    case 'trace': {
      const { forgottenAt, why } = today.trace;
      return [`It went on ${forgottenAt.slice(0, 10)} (${why}) and is not brought back: read it in the other table.`];
    }
    case 'case': {
      const names = differing(today.case, copy);
      if (names.length === 0) return ['It is the same in both.'];
      return [`today: ${describe(today.case)}`, `copy:  ${describe(copy)}`, `differing: ${names.join(', ')}`];
    }
  }
}

const describe = ({ state, version, movedAt, openedAt }: Case): string =>
  `${state}, version ${version}, last moved ${movedAt ?? openedAt}`;
