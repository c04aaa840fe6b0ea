import { readCases } from '#casework/find-cases.ts';
import { kiSelection } from '#domain/abi/ki-selection.ts';
import type { Case } from '#domain/case/case.ts';
import type { KiAnswer, KiCall } from '#domain/desk/case-calls.ts';
import { keyOf } from './key.ts';
import type { CaseRoutePorts } from './ports.ts';
import { kiNumbersOf } from './tools.ts';
import words from './text/refusals.en.json' with { type: 'json' };

type LeftOut = KiAnswer['leftOut'][number];

/** What is said, and whose importer numbers are in it: that goes on record, whatever else was asked for in the same call. */
type KiLines = { readonly answer: KiAnswer; readonly given: readonly Case[] };

/** Query lines for a selection, of cleared cases only. Each case that is in no line is named, with the reason. */
export async function kiFor(ports: CaseRoutePorts, { cases: named, addresses }: KiCall): Promise<KiLines> {
  const found = await readCases(
    ports,
    named.map(({ reference, digest }) => keyOf(reference, digest)),
  );
  const cleared = found.filter((one): one is Case => one?.cleared !== undefined);
  const { lines, asked, leftOut } = kiSelection(cleared, kiNumbersOf, { addresses });
  const left = named.flatMap(({ reference }, nth): LeftOut[] => {
    const code = whyNot(found[nth], leftOut);
    return code ? [{ reference, code, why: whys[code] }] : [];
  });
  return { answer: { lines: [...lines], leftOut: left }, given: asked };
}

const whys: Readonly<Record<LeftOut['code'], string>> = {
  gone: words.gone,
  'not-cleared': words['ki.not-cleared'],
  'no-query': words['ki.no-query'],
  ssn: words.ssn,
};

function whyNot(of: Case | undefined, withoutLine: readonly Case[]): LeftOut['code'] | undefined {
  if (!of) return 'gone';
  if (of.cleared === undefined) return 'not-cleared';
  if (kiNumbersOf(of).length === 0) return 'no-query';
  return withoutLine.includes(of) ? 'ssn' : undefined;
}
