import { erasureDue } from '#domain/case/moves/ask-erasure.ts';
import type { About } from './about.ts';
import { filled } from './content.ts';
import type { Content } from './content.ts';
import { companyOf, deskButton, teamFooter, teamWords } from './team-words.ts';
import { when } from './when.ts';

/** The importer asks that a request be deleted. Whether it may go stands in the desk: a licensed member decides. */
export function teamErasure(about: About): Content {
  const { case: of, broker } = about;
  const company = companyOf(of);
  const { erasureAskedAt } = of;
  if (erasureAskedAt === undefined) throw new Error('nobody asked that this case be deleted');
  const at = (time: string) => when(time, 'en', broker.officeHours.timeZone);
  return {
    subject: filled(teamWords['erasure.subject'], { reference: of.reference, company }),
    language: 'en',
    blocks: [
      { block: 'first', line: teamWords.first },
      { block: 'title', words: teamWords['erasure.title'], below: teamWords['erasure.below'] },
      {
        block: 'rows',
        rows: [
          { label: teamWords['alert.company'], value: [{ said: company }] },
          { label: teamWords['erasure.asked'], value: at(erasureAskedAt) },
          { label: teamWords['erasure.due'], value: at(erasureDue(erasureAskedAt)) },
        ],
      },
      { block: 'paragraph', words: teamWords['erasure.what'] },
      deskButton(about),
    ],
    footer: teamFooter(broker),
  };
}
