import type { Case } from '#domain/case/case.ts';
import { text } from '#domain/requests/texts.ts';
import type { About } from './about.ts';
import { answerRows, isMasked } from './answers.ts';
import { fill, filled } from './content.ts';
import type { Block, Content } from './content.ts';
import { missingFrom } from './missing.ts';
import { riskBlocks } from './risk.ts';
import { companyOf, deskButton, labelOf, teamFooter, teamTexts, teamWord, teamWords, typeOf } from './team-words.ts';
import { when } from './when.ts';

/**
 * The case, to the team: what to beware of, what is asked, every answer, what is missing. In English, read in seconds.
 * Nothing that a requester wrote is a link here: a call or a letter to an address of the request would reach whoever sent it.
 */
export function teamRequest(about: About): Content {
  const { case: of, broker } = about;
  const type = text(teamTexts(of), 'name');
  const zone = broker.officeHours.timeZone;
  const company = companyOf(of);
  return {
    subject: filled(teamWords.subject, { reference: of.reference, type, company }),
    language: 'en',
    blocks: [
      { block: 'first', line: teamWords.first, ...whereTheNumberIs(about) },
      {
        block: 'title',
        words: fill(teamWords.title, { type, company: { said: company } }),
        below: fill(teamWords.due, { due: when(of.dueAt, 'en', zone) }),
      },
      ...riskBlocks(of),
      firstOfAll(of),
      ...numberWarnings(of),
      { block: 'heading', words: teamWords.asked },
      { block: 'paragraph', words: text(teamTexts(of), 'asked') },
      { block: 'heading', words: teamWords.answers },
      { block: 'rows', rows: answerRows(of, broker) },
      { block: 'heading', words: teamWords.missing },
      { block: 'points', points: missingFrom(of) },
      ...statement(of, zone),
      { block: 'heading', words: teamWords.case },
      { block: 'rows', rows: caseRows(about) },
      deskButton(about),
    ],
    footer: teamFooter(broker),
  };
}

/** Nobody can work a case from a masked number alone. */
function whereTheNumberIs({ case: of, broker }: About): { readonly below?: string } {
  if (!isMasked(of, broker)) return {};
  return { below: teamWords[of.importerNumber.kind === 'ssn' ? 'masked.ssn' : 'masked.number'] };
}

/**
 * Who controls the mailbox on the 5106 controls the importer's ACE account, and who is its notify party gets its money; a name
 * told to a stranger is half the way there.
 */
function firstOfAll(of: Case): Block {
  const { gate, receiver } = typeOf(of);
  const attempt = teamWords[receiver === undefined ? 'takeover.attempt' : 'money.attempt'];
  switch (gate) {
    case 'files':
      return { block: 'warning', title: teamWords['takeover.title'], points: [attempt, teamWords['takeover.call']] };
    case 'tells':
      return { block: 'warning', title: teamWords['power.title'], points: [teamWords['power.first']] };
    case 'advises':
      return { block: 'warning', title: teamWords['advice.title'], points: [teamWords['advice.first']] };
  }
}

/** Of a number beside the first, with its question. */
const warningWords = (of: Case, warning: string): string => {
  const [code = '', name] = warning.split(' ');
  const words = teamWord(`warning.${code}`) ?? code;
  return name === undefined ? words : `${labelOf(of, name)}: ${words}`;
};

const numberWarnings = (of: Case): Block[] =>
  of.numberWarnings.length === 0
    ? []
    : [
        {
          block: 'warning',
          title: teamWords['number.title'],
          points: of.numberWarnings.map((warning) => warningWords(of, warning)),
        },
      ];

/** The very words that were ticked: they hold the certifier's name, as the requester wrote it. */
const statement = ({ statement: ticked }: Case, zone: string): Block[] =>
  ticked === undefined
    ? []
    : [
        { block: 'heading', words: teamWords.statement },
        { block: 'quote', words: [{ said: ticked.text }] },
        {
          block: 'rows',
          rows: [
            { label: teamWords['statement.at'], value: when(ticked.at, 'en', zone) },
            { label: teamWords['statement.version'], value: ticked.version },
          ],
        },
      ];

const caseRows = ({ case: of, broker, siteUrl }: About) => [
  { label: teamWords['case.reference'], value: of.reference, look: 'code' } as const,
  { label: teamWords['case.received'], value: when(of.openedAt, 'en', broker.officeHours.timeZone) },
  { label: teamWords['case.due'], value: when(of.dueAt, 'en', broker.officeHours.timeZone) },
  {
    label: teamWords['case.language'],
    value: `${new Intl.DisplayNames('en', { type: 'language' }).of(of.locale) ?? of.locale} (${of.locale})`,
  },
  { label: teamWords['case.site'], value: siteUrl },
];
