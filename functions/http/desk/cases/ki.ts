import { readCases } from '#casework/find-cases.ts';
import { kiSelection } from '#domain/abi/ki-selection.ts';
import type { Case } from '#domain/case/case.ts';
import type { KiAnswer, KiCall } from '#domain/desk/case-calls.ts';
import { keyOf } from './key.ts';
import type { CaseRoutePorts } from './ports.ts';
import words from './text/refusals.en.json' with { type: 'json' };

type LeftOut = KiAnswer['leftOut'][number];

/** Query lines for a selection, of cleared cases only. Each case that is in no line is named, with the reason. */
export async function kiFor(ports: CaseRoutePorts, { cases: named, addresses }: KiCall): Promise<KiAnswer> {
  const found = await readCases(
    ports,
    named.map(({ reference, digest }) => keyOf(reference, digest)),
  );
  const cleared = found.filter((one): one is Case => one?.cleared !== undefined);
  const { lines, leftOut } = kiSelection(cleared, { addresses });
  return {
    lines: [...lines],
    leftOut: named.flatMap(({ reference }, nth) => {
      const code = whyNot(found[nth], leftOut);
      return code ? [{ reference, code, why: code === 'not-cleared' ? words['ki.not-cleared'] : words[code] }] : [];
    }),
  };
}

function whyNot(of: Case | undefined, withoutLine: readonly Case[]): LeftOut['code'] | undefined {
  if (!of) return 'gone';
  if (of.cleared === undefined) return 'not-cleared';
  return withoutLine.includes(of) ? 'ssn' : undefined;
}
