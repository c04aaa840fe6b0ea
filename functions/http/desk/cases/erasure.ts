import type { Case } from '#domain/case/case.ts';
import { erasureDue } from '#domain/case/moves/ask-erasure.ts';
import { recordDutiesOf } from '#domain/case/record-duty.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import words from './text/refusals.en.json' with { type: 'json' };

/** What a member needs to decide whether a case goes; nothing where nobody asked. */
export function erasureOf(of: Case): Pick<CasePage, 'erasure'> {
  const { erasureAskedAt: askedAt, erasing } = of;
  if (askedAt === undefined && !erasing) return {};
  return {
    erasure: {
      ...(askedAt !== undefined && { askedAt, dueAt: erasureDue(askedAt) }),
      stays: recordDutiesOf(of).map((duty) => words[`duty.${duty}`]),
      ...(erasing && { doneAt: erasing.at }),
    },
  };
}
