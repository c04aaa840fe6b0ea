import { Refused } from '../operator/command.ts';
import type { PointInTime, Restoring, Window } from './ports.ts';

export type RestorePorts = {
  readonly pointInTime: PointInTime;
  /** Waits a little before AWS is asked again. */
  readonly wait: () => Promise<unknown>;
  readonly tell: (line: string) => void;
  /** How long it has taken so far, and no more: nobody says how far a restore is. */
  readonly progress: (line: string) => void;
};

/** `at`: ISO 8601 in UTC, or the latest that there is. */
export type Asked = { readonly from: string; readonly to: string; readonly at: string };

export const LATEST = 'latest';

/**
 * A new table as another one was at a time. A restore that was begun before is found and waited for: AWS goes on with it
 * whether somebody watches or not. The other table is only read.
 */
export async function restoreTable(ports: RestorePorts, asked: Asked): Promise<void> {
  const { pointInTime, tell } = ports;
  const found = await pointInTime.found(asked.to);
  if (found === 'another-table')
    throw new Refused(`There is a table ${asked.to} already, and no restore made it. Name another one.`);
  if (found === 'nothing') await begin(ports, asked);
  else goOn(found, asked, tell);
  await untilReady(ports, asked.to);
  tell('The table is there. What a restore leaves off is switched on:');
  await pointInTime.settle(asked.to, (what) => tell(`  ${what}`));
}

async function begin({ pointInTime, tell }: RestorePorts, { from, to, at }: Asked): Promise<void> {
  const window = await pointInTime.window(from);
  if (window === 'no-table') throw new Refused(`There is no table ${from}. TABLE_NAME names the one to restore from.`);
  if (window === 'off')
    throw new Refused(`Point-in-time recovery of ${from} is off: there is nothing to restore from.`);
  const when = at === LATEST ? window.latest : at;
  if (when < window.earliest || when > window.latest) throw new Refused(outside(from, when, window));
  await pointInTime.begin({ from, to, at: when });
  tell(`Restoring ${from} as it was at ${when} into ${to}. AWS goes on with it when you stop this command.`);
}

const outside = (table: string, when: string, { earliest, latest }: Window): string =>
  `${when} is outside the time for which ${table} can be restored: ${earliest} to ${latest}.`;

function goOn({ from, at }: Restoring, asked: Asked, tell: (line: string) => void): void {
  if (from !== asked.from || (asked.at !== LATEST && Date.parse(at) !== Date.parse(asked.at)))
    throw new Refused(
      `There is a table ${asked.to} already: a restore of ${from} as it was at ${at}. Name another one.`,
    );
  tell(`The restore of ${from} as it was at ${at} into ${asked.to} was begun before.`);
}

async function untilReady({ pointInTime, wait, progress }: RestorePorts, to: string): Promise<void> {
  for (;;) {
    const found = await pointInTime.found(to);
    if (typeof found === 'object' && found.ready) return;
    progress('restoring');
    await wait();
  }
}
