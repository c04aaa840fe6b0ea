import { recordByLink } from '#casework/audit/record.ts';
import { completeByLink } from '#casework/importer/complete.ts';
import type { Case } from '#domain/case/case.ts';
import type { Problem } from '#domain/problem.ts';
import type { Given } from '#domain/requests/field.ts';
import { wordsOfProblem } from '#domain/requests/texts.ts';
import { readBody, wantsPage } from '../body.ts';
import type { Answer, Asked } from '../exchange.ts';
import { importerWords } from '../pages/importer/words.ts';
import { problemDetails } from '../problem-details.ts';
import { answerTrouble } from '../trouble.ts';
import { answerBadLink, asJson, languageFor, seeOther } from './importer-edge.ts';
import type { ImporterEdge } from './importer-edge.ts';
import { caseAnswer, doneAddress, lackingNames } from './show-case.ts';

/** The answers that a case lacks since it was turned into another request. */
export async function answers(edge: ImporterEdge, asked: Asked, part: string): Promise<Answer> {
  const { headers } = asked;
  const body = readBody(asked);
  if ('problem' in body) return answerTrouble(edge, headers, body.problem);
  const done = await completeByLink(edge.ports, edge.broker, part, body.given);
  if ('trouble' in done) return answerBadLink(edge, asked, done, 'case', part);
  const { case: of, ending } = done;
  if ('problems' in ending) return refuse(edge, asked, of, part, body.given, ending.problems);
  if ('refused' in ending && ending.refused === 'over') return ended(edge, asked, of, part);
  if ('kept' in ending) await recordByLink(edge.ports, of, 'completed');
  edge.log('completed', { reference: of.reference, fresh: 'kept' in ending });
  // Given before: a double click, or another tab. There is nothing to mend.
  const removed = 'kept' in ending ? ending.removed : [];
  return wantsPage(headers)
    ? seeOther(
        doneAddress(
          asked,
          part,
          'answers',
          removed.map(({ kind }) => kind),
        ),
      )
    : asJson(200, { kept: true, ...(removed.length > 0 && { removed }) });
}

async function refuse(
  edge: ImporterEdge,
  asked: Asked,
  of: Case,
  part: string,
  given: Given,
  found: readonly Problem[],
): Promise<Answer> {
  const problems = found.map((problem) => ({
    ...problem,
    message: wordsOfProblem(languageFor(asked, of), of.type, problem),
  }));
  edge.log('answers-refused', { reference: of.reference, problems: problems.length });
  if (!wantsPage(asked.headers)) return problemDetails(422, 'Some answers need a change', { errors: problems });
  const names = lackingNames(edge, of);
  const typed = Object.fromEntries(names.map((name) => [name, typedText(given[name])]));
  return caseAnswer(edge, asked, of, part, { given: typed, problems }, 422);
}

const typedText = (value: unknown): string => (typeof value === 'string' ? value : '');

async function ended(edge: ImporterEdge, asked: Asked, of: Case, part: string): Promise<Answer> {
  const message = importerWords(languageFor(asked, of))['answers.over'];
  if (wantsPage(asked.headers))
    return caseAnswer(edge, asked, of, part, { problems: [{ field: 'main', message }] }, 409);
  return problemDetails(409, message, { code: 'over' });
}
