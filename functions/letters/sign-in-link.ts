import type { Broker, Member } from '#domain/broker/broker.ts';
import { fill, filled } from './content.ts';
import { laidOut } from './layout.ts';
import type { WrittenLetter } from './layout.ts';
import { teamFooter, teamWords } from './team-words.ts';

export type SignInAbout = {
  readonly broker: Broker;
  readonly member: Pick<Member, 'name'>;
  /** The page with the button, a fresh token in its address. Good once, for 15 minutes: the words say so. */
  readonly link: string;
  readonly siteUrl: string;
};

/** The first of two factors, to a member's mailbox. About no case, so it names none. Opening the link signs nobody in: mail scanners open links. */
export const signInLink = ({ broker, member, link, siteUrl }: SignInAbout): WrittenLetter =>
  laidOut(
    {
      subject: filled(teamWords['signIn.subject'], { broker: broker.name }),
      language: 'en',
      blocks: [
        { block: 'brand', name: broker.name },
        { block: 'title', words: teamWords['signIn.title'] },
        { block: 'paragraph', words: fill(teamWords['signIn.here'], { member: member.name }) },
        { block: 'button', label: teamWords['signIn.button'], href: link },
        { block: 'paragraph', words: teamWords['signIn.once'] },
        { block: 'heading', words: teamWords['signIn.notYou'] },
        { block: 'paragraph', words: teamWords['signIn.tell'] },
        { block: 'paragraph', words: fill(teamWords['signIn.never'], { broker: broker.name }) },
      ],
      footer: [...teamFooter(broker), { block: 'link', label: teamWords['signIn.site'], href: siteUrl }],
    },
    broker,
  );
