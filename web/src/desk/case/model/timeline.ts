import type { CasePage } from '#domain/desk/case-page.ts';
import { outcomeNameOf } from '#domain/requests/outcome-texts.ts';
import { dateWords } from '../../ui/clock.ts';
import { typeName } from '../../words/types.ts';
import { sayIfKnown, say } from '../words.ts';

type Entry = CasePage['timeline'][number];
type Answers = CasePage['answers'];

/** One thing that happened, in words: who did what and when; `said` is what a person wrote with it. */
export type Happened = {
  readonly at: string;
  readonly who: string;
  /** `importer`: somebody outside. */
  readonly by: 'importer' | 'desk' | 'member';
  readonly what: string;
  readonly said?: string;
  readonly details: readonly string[];
  readonly alarming: boolean;
};

const alarming: readonly string[] = [
  ...[
    'clearance-lost',
    'recorded-without-clearance',
    'flagged',
    'parked',
    'frozen',
    'not-us',
    'came-back',
    'letter-came-back',
    'letter-complained',
    'risk-rose',
    'brought-back',
  ],
];

/** A member's name as it was then; the importer and the machine by what they are. */
export const nameOf = ({ who, name }: Pick<Entry, 'who' | 'name'>): string => name ?? sayIfKnown(`who.${who}`) ?? who;

/** What the words of an outcome call it, whichever type the case had then. */
const outcomeName = (code: string): string => outcomeNameOf(code) ?? code;

/** The values of an event as words: codes of ours become their names, everything else stays as it was written. */
function valuesOf({ what, about = {} }: Entry): Record<string, string> {
  const { kind, result, outcome, reason, mailbox, from, to } = about;
  return {
    ...about,
    check: sayIfKnown(`check.${kind ?? ''}.name`) ?? kind ?? '',
    passed: sayIfKnown(`result.${result ?? ''}`) ?? '',
    outcome: outcome === undefined ? '' : outcomeName(outcome),
    reason: reason === undefined ? '' : outcomeName(`${what}.${reason}`),
    mailbox: sayIfKnown(`mailbox.${mailbox ?? ''}`) ?? mailbox ?? '',
    letter: sayIfKnown(`letter.${about['letter'] ?? ''}`) ?? '',
    reader: sayIfKnown(`reader.${mailbox ?? ''}`) ?? mailbox ?? '',
    endedOn: about['ends'] === undefined ? '' : dateWords(about['ends']),
    fromType: typeName(from ?? '').toLowerCase(),
    toType: typeName(to ?? '').toLowerCase(),
    shown: (result ?? '')
      .split(', ')
      .map((code) => sayIfKnown(`on-file.${code}`) ?? '')
      .join(', '),
  };
}

/** Which question, by its label, and what was in its answer. */
function secretWords([field, kinds]: readonly [string, string], answers: Answers): string {
  const label = answers.find(({ name }) => name === field)?.label ?? field;
  const named = kinds.split(' ').map((kind) => sayIfKnown(`secret.${kind}`) ?? kind);
  return say('event.secret-removed.of', { label, kinds: named.join(', ') });
}

/** What belongs to an event beside what somebody wrote with it. */
function detailsOf({ what, about = {} }: Entry, answers: Answers): string[] {
  const { person = '', source = '', on, was } = about;
  if (what === 'unflagged' && was !== undefined) return [say('event.was', { was })];
  if (what === 'secret-removed') return Object.entries(about).map((one) => secretWords(one, answers));
  if (what === 'told-earlier')
    return [say('event.source', { source }), ...(about['inRequest'] === undefined ? [] : [say('event.in-request')])];
  if (what === 'looked-again' && about['solo'] !== undefined) return [say('event.solo')];
  if (what === 'letter-came-back' && about['why'] !== undefined)
    return [sayIfKnown(`bounce.${about['why']}`) ?? about['why']];
  if (what === 'completed') return Object.values(about).map((before) => say('event.before', { before }));
  if (what !== 'checked' && what !== 'clearance-lost') return [];
  const dated = on === undefined ? [] : [say('event.on', { on: dateWords(on) })];
  return [say('event.person', { person }), say('event.source', { source }), ...dated];
}

const sideOf = (who: string): Happened['by'] =>
  who === 'desk' ? 'desk' : who === 'importer' || who === 'earlier-contact' ? 'importer' : 'member';

const happenedOf = (entry: Entry, answers: Answers): Happened => ({
  at: entry.at,
  who: nameOf(entry),
  by: sideOf(entry.who),
  what: wordsOf(entry),
  ...(entry.text !== undefined && { said: entry.text }),
  details: detailsOf(entry, answers),
  alarming: alarming.includes(entry.what),
});

function wordsOf(entry: Entry): string {
  const replies = entry.what === 'replied' && entry.about?.['question'] !== undefined;
  return sayIfKnown(replies ? 'event.replied.question' : `event.${entry.what}`, valuesOf(entry)) ?? entry.what;
}

function letterHappened({ kind, to, sentAt, state, nextAt }: CasePage['letters'][number]): Happened[] {
  const values = { letter: sayIfKnown(`letter.${kind}`) ?? kind, to: sayIfKnown(`reader.${to}`) ?? to };
  const base = { who: say('who.desk'), by: 'desk', details: [] } as const;
  if (sentAt !== undefined) return [{ ...base, at: sentAt, what: say('event.sent', values), alarming: false }];
  return state === 'parked' ? [{ ...base, at: nextAt, what: say('event.parked', values), alarming: true }] : [];
}

/** Everything that happened, the latest first; letters where they left. */
export const timelineOf = ({
  timeline,
  letters,
  answers,
}: Pick<CasePage, 'timeline' | 'letters' | 'answers'>): Happened[] =>
  [...timeline.map((entry) => happenedOf(entry, answers)), ...letters.flatMap(letterHappened)]
    .map((one, index) => ({ one, index }))
    .sort((a, b) => b.one.at.localeCompare(a.one.at) || b.index - a.index)
    .map(({ one }) => one);

/** What others did since a version was read. */
export const happenedSince = (since: readonly Entry[]): Happened[] => since.map((entry) => happenedOf(entry, []));
