import type { About } from './about.ts';
import { filled } from './content.ts';
import type { Content } from './content.ts';
import { riskBlocks } from './risk.ts';
import { companyOf, deskButton, teamFooter, teamWords } from './team-words.ts';

/** A case looks risky that did not when the team read of it: another request came, or its answers changed. */
export function teamRisen(about: About): Content {
  const { case: of, broker } = about;
  return {
    subject: filled(teamWords['rose.subject'], { reference: of.reference, company: companyOf(of) }),
    language: 'en',
    blocks: [
      { block: 'first', line: teamWords.first },
      { block: 'title', words: teamWords['rose.title'], below: teamWords['rose.below'] },
      ...riskBlocks(of),
      { block: 'paragraph', words: teamWords['rose.held'] },
      deskButton(about),
    ],
    footer: teamFooter(broker),
  };
}
