import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paceOf } from '../../operator/pace.ts';
import type { Progress } from '../../operator/progress.ts';
import type { Item } from '../../../../functions/aws/case-item.ts';
import { hashOf, itemIn, lineOf } from '../item-line.ts';
import { countedAnew, kindOf, leftOut } from '../kinds.ts';
import type { Whole } from '../manifest.ts';
import { linesOf } from '../read-pages.ts';
import { pageFor, pagesOf } from '../scan.ts';
import type { Wanted } from './arguments.ts';
import { prepared } from './prepare.ts';

/** Items by what they should be: as many as are, those that are others, those that are not there, and how many more there are. */
export type Comparison = {
  readonly same: number;
  readonly differing: readonly string[];
  readonly missing: readonly string[];
  readonly more: number;
};

/** Reads the table back, and holds every item against the one that the export says. */
export async function compare(
  client: DynamoDBClient,
  wanted: Wanted,
  whole: Whole,
  progress: Progress,
): Promise<Comparison> {
  const expected = expectedIn(wanted, whole);
  const all = expected.size;
  const differing: string[] = [];
  let [same, more] = [0, 0];
  const pace = paceOf(wanted.units);
  const read = async (nth: number) => {
    for await (const { items, units } of pagesOf(client, wanted.table, {
      nth,
      of: PARTS,
      most: pageFor(wanted.units),
    })) {
      for (const item of items) {
        const name = nameOf(item);
        const hash = expected.get(name);
        const kind = kindOf(item);
        if (hash === hashOf(lineOf(item)) || (hash !== undefined && countedAnew.includes(kind))) same += 1;
        else if (hash !== undefined) differing.push(name);
        else if (!passing.includes(kind)) more += 1;
        expected.delete(name);
      }
      progress.at(`reading back: ${same} of ${all} are the same`);
      await pace(units);
    }
  };
  await Promise.all(Array.from({ length: PARTS }, (_, nth) => read(nth)));
  return { same, differing, missing: [...expected.keys()], more };
}

const PARTS = 4;
const passing = [...countedAnew, ...Object.keys(leftOut)];

/** An item's key, as a person can look it up. */
const nameOf = (item: Item): string => `${item['pk']?.S ?? ''} ${item['sk']?.S ?? ''}`;

function expectedIn({ from, letters }: Wanted, { pages }: Whole): Map<string, string> {
  const expected = new Map<string, string>();
  for (const { file } of pages)
    for (const line of linesOf(from, file)) {
      const { item } = prepared(itemIn(line), letters);
      expected.set(nameOf(item), hashOf(lineOf(item)));
    }
  return expected;
}
