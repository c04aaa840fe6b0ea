import { readFileSync } from 'node:fs';
import { checkCase, checkDay } from '../../../functions/casework/audit/check.ts';
import type { CheckPorts } from '../../../functions/casework/audit/check.ts';
import type { Head } from '../../../functions/casework/audit/heads.ts';
import { headsIn } from '../../../functions/casework/audit/read-heads.ts';
import { caseChain } from '../../../functions/casework/audit/record.ts';
import type { CaseStore } from '../../../functions/casework/ports.ts';
import type { AuditCheck } from '../../../functions/domain/desk/audit.ts';
import { fail, runCommand, say, wantedBy } from '../operator/command.ts';
import { withTable } from '../operator/open-table.ts';
import { USAGE, readArguments } from './arguments.ts';
import type { Wanted } from './arguments.ts';
import { keptDays, trailIn } from './open-trail.ts';
import type { OpenTrail } from './open-trail.ts';
import { findingLine, verdict } from './report.ts';

/** `npm run audit`: checks the audit trail, says what is wrong with it, ends with 0, 1 or 2. */
const today = new Date().toISOString().slice(0, 10);

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

const wanted = wantedBy(USAGE, (args) => readArguments(args, today));
const heads = headsOf(wanted);

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

await runCommand(() => withTable({}, (open) => checkAll(trailIn(open))));
