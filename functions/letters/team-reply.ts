import type { TimelineEntry } from '#domain/case/parts.ts';
import type { About } from './about.ts';
import { cleanLines } from './clean.ts';
import { fill, filled } from './content.ts';
import type { Block, Content } from './content.ts';
import { companyOf, deskButton, teamFooter, teamWords } from './team-words.ts';
import { when } from './when.ts';

/** What the importer wrote or filled in, to the team. Read here, answered in the desk. */
export function teamReply(about: About): Content {
  const { case: of, broker } = about;
  const entries = entriesOf(about);
  const [entry] = entries;
  const what = teamWords[whatOf(entry)];
  const company = companyOf(of);
  return {
    subject: filled(teamWords['reply.subject'], { reference: of.reference, what, company }),
    language: 'en',
    blocks: [
      { block: 'first', line: teamWords.first },
      {
        block: 'title',
        words: fill(teamWords['reply.title'], { what, company: { said: company } }),
        below: filled(teamWords['reply.at'], { at: when(entry.at, 'en', broker.officeHours.timeZone) }),
      },
      ...entries.flatMap((one) => conversation(about, one)),
      ...(entry.what === 'completed' ? [] : [{ block: 'small', words: teamWords['reply.cleaned'] } as const]),
      deskButton(about),
    ],
    footer: teamFooter(broker),
  };
}

const tells: readonly string[] = ['replied', 'completed'];

/** What made this letter due, or else the last that the importer said. Answers that were sent together are told together. */
function entriesOf({ case: of, letter }: About): readonly [TimelineEntry, ...TimelineEntry[]] {
  const said = of.timeline.filter(({ who, what }) => who === 'importer' && tells.includes(what));
  const last = said.at(-1);
  if (!last) throw new Error('the importer has said nothing');
  const [first = last, ...others] = said.filter(({ at }) => at === letter.owedSince);
  return [first, ...others];
}

function whatOf({ what, about }: TimelineEntry): 'reply.completed' | 'reply.answered' | 'reply.wrote' {
  if (what === 'completed') return 'reply.completed';
  return about?.['question'] === undefined ? 'reply.wrote' : 'reply.answered';
}

function conversation({ case: of }: About, { what, text, about }: TimelineEntry): Block[] {
  if (what === 'completed') return [{ block: 'paragraph', words: teamWords['reply.all'] }];
  const asked = of.questions.find(({ id }) => id === about?.['question']);
  return [
    ...(asked === undefined ? [] : quoted(teamWords['reply.asked'], asked.text)),
    ...quoted(teamWords['reply.said'], cleanLines(text ?? '')),
  ];
}

const quoted = (heading: string, said: string): Block[] => [
  { block: 'heading', words: heading },
  { block: 'quote', words: [{ said }] },
];
