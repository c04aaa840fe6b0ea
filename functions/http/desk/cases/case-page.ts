import type { Broker, Member } from '#domain/broker/broker.ts';
import { checkStates, isReadyToClear } from '#domain/case/clearance/clearance.ts';
import type { Case } from '#domain/case/case.ts';
import { unsettledAnswers } from '#domain/case/completion.ts';
import { movesFor } from '#domain/case/moves/make-move.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import type { ImporterNumber } from '#domain/importer-number/importer-number.ts';
import { maskImporterNumber } from '#domain/importer-number/show.ts';
import { moreNumbersOf } from '#domain/requests/numbers.ts';
import { questionsOf } from '#domain/requests/question-texts.ts';
import { requestTypeNames, requestTypes } from '#domain/requests/registry.ts';
import type { RequestType } from '#domain/requests/request-type.ts';
import { riskFlagsOf } from '#domain/risk/standing.ts';
import { HIGH, weights } from '#domain/risk/weights.ts';
import { riskWords } from '#domain/risk/words.ts';
import { teamLabel } from '#domain/requests/team-answers.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import { answerRows } from './answer-rows.ts';
import { erasureOf } from './erasure.ts';
import { lookOf } from './look.ts';
import { offersOf } from './offers.ts';
import { toolsOf } from './tools.ts';
import { unreachedOf } from './unreached.ts';

export type PageContext = { readonly broker: Broker; readonly by: Member; readonly now: Date };

/** A case as this member sees it now. `twins` are other cases with the very same reference. */
export function casePage(of: Case, on: PageContext, twins: readonly Case[] = []): CasePage {
  const tools = toolsOf(of, on.broker);
  const look = lookOf(of, on);
  return {
    ...asItIs(of),
    typeName: nameOf(of.type),
    ...whatItIs(of),
    companyName: of.answers['companyName'] ?? '',
    importer: shownNumber(of.importerNumber),
    more: moreOf(of),
    answers: answerRows(of),
    missing: missingOf(of, on),
    risk: riskOf(of),
    checks: checkStates(of, on),
    readyToClear: isReadyToClear(of, on),
    ...(look && { look }),
    prepared: questionsOf(of.locale, of.type),
    ...offersOf(of),
    ...(tools && { tools }),
    letters: of.letters.map(({ mails: _, leasedUntil: __, ...letter }) => letter),
    ...unreachedOf(of),
    ...erasureOf(of),
    moves: movesFor(of, on.by),
    twins: twins.map((twin) => ({ digest: twin.digest, companyName: twin.answers['companyName'] ?? '' })),
  };
}

/** Named one by one: what a case gets one day is not shown before somebody decides it. */
const asItIs = (of: Case) => ({
  reference: of.reference,
  digest: of.digest,
  type: of.type,
  locale: of.locale,
  state: of.state,
  version: of.version,
  openedAt: of.openedAt,
  dueAt: of.dueAt,
  numberWarnings: of.numberWarnings,
  confirmed: of.confirmed,
  flags: of.flags,
  questions: of.questions,
  was: of.was,
  timeline: of.timeline,
  tellings: of.tellings,
  ...(of.closedAt !== undefined && { closedAt: of.closedAt }),
  ...(of.expiresAt !== undefined && { expiresAt: of.expiresAt }),
  ...(of.assignee !== undefined && { assignee: of.assignee }),
  ...(of.statement && { statement: of.statement }),
  ...(of.cleared && { cleared: of.cleared }),
  ...(of.outcome && { outcome: of.outcome }),
  ...(of.onFile && { onFile: of.onFile }),
  ...(of.frozen && { frozen: of.frozen }),
  ...(of.legalHold && { legalHold: of.legalHold }),
});

const nameOf = (type: Case['type']): string => text(textsOf('en', type), 'name');

function whatItIs({ type }: Case): Pick<CasePage, 'gate' | 'tool' | 'convertsTo'> {
  const { gate, tool }: RequestType = requestTypes[type];
  const others = requestTypeNames.filter((other) => other !== type);
  return {
    gate,
    ...(tool !== undefined && { tool }),
    convertsTo: others.map((other) => ({ type: other, name: nameOf(other) })),
  };
}

/** In full for who works on it; of a Social Security number nobody has more than its end. */
const shownNumber = (number: ImporterNumber): CasePage['importer'] => ({
  kind: number.kind,
  masked: maskImporterNumber(number),
  ...(number.kind !== 'ssn' && { shown: number.shown }),
});

const moreOf = (of: Case): CasePage['more'] =>
  moreNumbersOf(of).map(({ name, number }) => {
    const onFile = of.moreOnFile?.[name];
    return { name, label: teamLabel(of.type, name), ...shownNumber(number), ...(onFile && { onFile }) };
  });

/** A reason that alone wants a second look stands out. */
const riskOf = (of: Case): CasePage['risk'] => ({
  level: of.risk?.level ?? 'unknown',
  reasons: riskFlagsOf(of).map((flag) => ({ ...riskWords(flag), heavy: weights[flag.code] >= HIGH })),
});

const missingOf = (of: Case, { broker, now }: PageContext): CasePage['missing'] =>
  unsettledAnswers(of, { year: now.getUTCFullYear(), ownDomains: broker.ownDomains }).map((name) => ({
    name,
    label: teamLabel(of.type, name),
  }));
