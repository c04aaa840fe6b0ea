import { join } from 'node:path';
import type { OpenTable } from '../../operator/open-table.ts';
import { Refused } from '../../operator/command.ts';
import { paceOf } from '../../operator/pace.ts';
import { clock } from '../../operator/progress.ts';
import type { Progress } from '../../operator/progress.ts';
import { ownFolder, writeWhole } from '../folder.ts';
import { lineOf } from '../item-line.ts';
import { count, kindOf, leftOut } from '../kinds.ts';
import { pageFile, readManifest, writeManifest } from '../manifest.ts';
import type { Manifest, Segment } from '../manifest.ts';
import { pageFor, pagesOf } from '../scan.ts';
import type { Page } from '../scan.ts';
import type { Wanted } from './arguments.ts';

type From = Pick<OpenTable, 'client' | 'table' | 'inAws'>;

/**
 * Reads the whole table into the folder, page by page, and goes on where an earlier run was stopped: a page is whole in a
 * file of its own before the manifest counts it, so that no item is there twice and none is missing.
 */
export async function readTable(from: From, wanted: Wanted, progress: Progress): Promise<Manifest> {
  const manifest = begun(from, wanted);
  const pace = paceOf(wanted.units);
  const time = clock();
  const said = () => progress.at(`${sumOf(manifest, 'items')} items in ${sumOf(manifest, 'pages')} pages, ${time()}`);
  const readPart = async (part: Segment, nth: number) => {
    if (part.done) return;
    const of = { nth, of: manifest.segments.length, after: part.next, most: pageFor(wanted.units) };
    for await (const page of pagesOf(from.client, from.table, of)) {
      keep(wanted.to, nth, part, page);
      writeManifest(wanted.to, manifest);
      said();
      await pace(page.units);
    }
  };
  await Promise.all(manifest.segments.map(readPart));
  said();
  return manifest;
}

function begun({ table, inAws }: From, { to, segments }: Wanted): Manifest {
  ownFolder(to);
  const place = inAws ? 'AWS' : 'this machine';
  const found = readManifest(to);
  if (found && (found.table !== table || found.place !== place))
    throw new Refused(`The folder ${to} holds an export of ${found.table} (${found.place}). Name another one.`);
  if (found) return found;
  const part = (): Segment => ({ pages: 0, items: 0, leftOut: {}, done: false });
  const startedAt = new Date().toISOString();
  const manifest: Manifest = { format: 1, table, place, startedAt, segments: Array.from({ length: segments }, part) };
  writeManifest(to, manifest);
  return manifest;
}

/** Writes what is to be kept of a page, then says so in the part's own line of the manifest. */
function keep(folder: string, nth: number, part: Segment, { items, next }: Page): void {
  const lines = [];
  for (const item of items) {
    const kind = kindOf(item);
    if (Object.hasOwn(leftOut, kind)) count(part.leftOut, kind);
    else lines.push(lineOf(item));
  }
  if (lines.length > 0) {
    writeWhole(join(folder, pageFile(nth, part.pages + 1)), `${lines.join('\n')}\n`);
    part.pages += 1;
    part.items += lines.length;
  }
  part.done = next === undefined;
  part.next = placeIn(next);
}

/** The table's own key is all that a scan of it goes on by. */
function placeIn(next: Page['next']): Segment['next'] {
  const [pk, sk] = [next?.['pk']?.S, next?.['sk']?.S];
  return pk === undefined || sk === undefined ? undefined : { pk: { S: pk }, sk: { S: sk } };
}

const sumOf = ({ segments }: Manifest, what: 'items' | 'pages'): string =>
  segments.reduce((sum, part) => sum + part[what], 0).toLocaleString('en-US');
