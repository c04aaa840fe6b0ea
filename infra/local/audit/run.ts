import { readFileSync } from 'node:fs';
import { checkCase, checkDay } from '../../../functions/casework/audit/check.ts';
import type { CheckPorts } from '../../../functions/casework/audit/check.ts';
import type { Head } from '../../../functions/casework/audit/heads.ts';
import { headsIn } from '../../../functions/casework/audit/read-heads.ts';
import { caseChain } from '../../../functions/casework/audit/record.ts';
import type { CaseStore } from '../../../functions/casework/ports.ts';
import type { AuditCheck } from '../../../functions/domain/desk/audit.ts';
import { USAGE, readArguments } from './arguments.ts';
import type { Wanted } from './arguments.ts';
import { keptDays, openTrail } from './open-trail.ts';
import type { OpenTrail } from './open-trail.ts';
import { findingLine, verdict } from './report.ts';

/** `npm run audit`: checks the audit trail, says what is wrong with it, ends with 0, 1 or 2. */
const say = (line: string) => console.log(line);

function fail(...lines: readonly string[]): never {
  console.error(lines.join('\n'));
  process.exit(2);
}

const today = new Date().toISOString().slice(0, 10);

function readWanted(): Wanted {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    say(USAGE);
    process.exit(0);
  }
  const wanted = readArguments(args, today);
  return 'problems' in wanted ? fail(...wanted.problems, '', USAGE) : wanted;
}

function headsOf({ heads }: Wanted): readonly Head[] | undefined {
  if (heads === undefined) return undefined;
  try {
    return headsIn(readFileSync(heads, 'utf8'));
  } catch {
    return fail(`The file "${heads}" cannot be read. --heads wants lines of the log of pay-owed.`);
  }
}

type Part = { readonly name: string; readonly check: () => Promise<Omit<AuditCheck, 'day'>> };

const partsOf = ({ days }: Wanted, ports: CheckPorts, heads: readonly Head[]): Part[] =>
  days.map((day) => ({ name: day, check: () => checkDay(ports, day, heads) }));

async function partsOfCase(
  of: NonNullable<Wanted['of']>,
  ports: CheckPorts & { readonly cases: Pick<CaseStore, 'find'> },
  heads: readonly Head[],
): Promise<Part[]> {
  const { reference, digest } = of;
  const keys = digest === undefined ? await ports.cases.find(reference) : [{ reference, digest }];
  if (keys.length === 0)
    fail(`No case ${reference} is there. Of one that was deleted, give the digest too: ${reference}/…`);
  return keys.map((key) => ({ name: key.reference, check: () => checkCase(ports, caseChain(key), heads) }));
}

/** The database's own words for a folder that another process holds open; it says so where nobody can catch it. */
const HELD = /database is (not open|closed)/i;
process.on('uncaughtException', (error) => {
  fail(HELD.test(error.message) ? 'The data folder is in use. Stop npm start first, then check again.' : String(error));
});

const wanted = readWanted();
const heads = headsOf(wanted);
const trail = await openTrail();
if ('missing' in trail) fail(`There is no data in ${trail.missing}. Run npm start first, or say where: DATA_DIR=…`);

async function checkAll(trail: OpenTrail): Promise<number> {
  const ports = { ...trail, now: () => new Date(), keptDays };
  const parts = wanted.of ? await partsOfCase(wanted.of, ports, heads ?? []) : partsOf(wanted, ports, heads ?? []);
  const [first, last] = [parts[0]?.name ?? '', parts.at(-1)?.name ?? ''];
  say(`Audit trail in ${trail.place}, ${first === last ? first : `${first} to ${last}`}`);
  const sum = { chains: 0, entries: 0, findings: 0 };
  for (const { name, check } of parts) {
    const { chains, entries, findings } = await check();
    sum.chains += chains;
    sum.entries += entries;
    sum.findings += findings.length;
    if (chains + findings.length > 0)
      say(`  ${name}  ${chains} chains  ${entries} entries  ${findings.length === 0 ? 'whole' : 'NOT WHOLE'}`);
    for (const finding of findings) say(findingLine(finding));
  }
  const names = new Set(parts.map(({ name }) => name));
  const said = heads?.filter(({ hour, reference = '' }) => names.has(hour.slice(0, 10)) || names.has(reference));
  say(verdict({ ...sum, heads: said?.length }));
  return sum.findings === 0 ? 0 : 1;
}

try {
  process.exitCode = await checkAll(trail);
} catch (error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  fail(`The trail cannot be read: ${cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)}`);
} finally {
  await trail.close();
}
