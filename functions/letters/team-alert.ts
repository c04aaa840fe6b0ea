import { outcomeTexts } from '#domain/requests/outcome-texts.ts';
import type { Case } from '#domain/case/case.ts';
import { CAME_BACK } from '#domain/case/mail-event.ts';
import type { TimelineEntry } from '#domain/case/parts.ts';
import type { About } from './about.ts';
import { filled } from './content.ts';
import type { Content, Row } from './content.ts';
import { teamCameBack } from './team-came-back.ts';
import { teamErasure } from './team-erasure.ts';
import { teamRisen } from './team-risen.ts';
import { companyOf, deskButton, teamFooter, teamWords } from './team-words.ts';
import { when } from './when.ts';

/** What the whole team must hear at once: an outcome without clearance, or that somebody says *this was not us*. */
export function teamAlert(about: About): Content {
  const { case: of, broker, letter } = about;
  if (letter.about === 'erasure') return teamErasure(about);
  if (letter.about === 'risk') return teamRisen(about);
  if (letter.about?.startsWith(CAME_BACK)) return teamCameBack(about);
  const company = companyOf(of);
  const what = letter.about === 'not-us' ? 'frozen' : 'alert';
  return {
    subject: filled(teamWords[`${what}.subject`], { reference: of.reference, company }),
    language: 'en',
    blocks: [
      { block: 'first', line: teamWords.first },
      { block: 'title', words: teamWords[`${what}.title`], below: teamWords[`${what}.below`] },
      { block: 'rows', rows: what === 'frozen' ? frozenRows(about) : rowsOf(about, entryOf(about)) },
      {
        block: 'paragraph',
        words: whatNow(of, what),
      },
      deskButton(about),
    ],
    footer: teamFooter(broker),
  };
}

const whatNow = (of: Case, what: 'alert' | 'frozen'): string =>
  what === 'frozen' && of.state === 'answered' ? teamWords['frozen.filed'] : teamWords[`${what}.held`];

/** Who says so, and when. Whose mailbox it was stands in the desk. */
function frozenRows({ case: of, broker, letter }: About): Row[] {
  const frozen = of.timeline.filter(({ what }) => what === 'frozen' || what === 'not-us');
  const entry = frozen.find(({ at }) => at === letter.owedSince) ?? frozen.at(-1);
  if (!entry) throw new Error('nobody has frozen this case');
  const { who, name, at, text } = entry;
  return [
    { label: teamWords['alert.company'], value: [{ said: companyOf(of) }] },
    {
      label: teamWords['frozen.who'],
      value: name === undefined ? teamWords['frozen.earlier-contact'] : `${name}, ${who}`,
    },
    { label: teamWords['frozen.at'], value: when(at, 'en', broker.officeHours.timeZone) },
    ...(text === undefined
      ? []
      : [{ label: teamWords['alert.reason'], value: [{ said: text }], look: 'quote' } as const]),
  ];
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
