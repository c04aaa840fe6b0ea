import { outcomeTexts } from '#domain/requests/outcome-texts.ts';
import type { TimelineEntry } from '#domain/case/parts.ts';
import type { About } from './about.ts';
import { filled } from './content.ts';
import type { Content, Row } from './content.ts';
import { companyOf, deskButton, teamFooter, teamWords } from './team-words.ts';
import { when } from './when.ts';

/** Somebody recorded an outcome without clearance: the whole team hears who and why. Of the answer only its name is told. */
export function teamAlert(about: About): Content {
  const { case: of, broker } = about;
  const company = companyOf(of);
  return {
    subject: filled(teamWords['alert.subject'], { reference: of.reference, company }),
    language: 'en',
    blocks: [
      { block: 'first', line: teamWords.first },
      { block: 'title', words: teamWords['alert.title'], below: teamWords['alert.below'] },
      { block: 'rows', rows: rowsOf(about, entryOf(about)) },
      { block: 'paragraph', words: teamWords['alert.held'] },
      deskButton(about),
    ],
    footer: teamFooter(broker),
  };
}

function entryOf({ case: of, letter }: About): TimelineEntry {
  const recorded = of.timeline.filter(({ what }) => what === 'recorded-without-clearance');
  const entry = recorded.find(({ at }) => at === letter.owedSince) ?? recorded.at(-1);
  if (!entry) throw new Error('nothing was recorded without clearance');
  return entry;
}

function rowsOf({ case: of, broker }: About, { at, who, name, text = '', about }: TimelineEntry): Row[] {
  const code = about?.['outcome'] ?? '';
  const type = of.was.find((before) => before.at >= at)?.type ?? of.type;
  return [
    { label: teamWords['alert.company'], value: [{ said: companyOf(of) }] },
    { label: teamWords['alert.outcome'], value: outcomeTexts('en', type)[`${code}.name`] ?? code, look: 'key' },
    { label: teamWords['alert.who'], value: name === undefined ? who : `${name}, ${who}` },
    { label: teamWords['alert.at'], value: when(at, 'en', broker.officeHours.timeZone) },
    { label: teamWords['alert.reason'], value: [{ said: text }], look: 'quote' },
  ];
}
