import { deliveryOf } from '#domain/case/delivery-state.ts';
import type { Delivery } from '#domain/case/delivery-state.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import type { Tone } from '../../ui/badge.tsx';
import { say, sayIfKnown } from '../words.ts';

type Letter = CasePage['letters'][number];

/** What is known of a letter, in words that say no more: `at` is when it happened, or when it is tried next. */
export type LetterWords = {
  /** What stands out; none for what is as it should be. */
  readonly tone?: Exclude<Tone, 'info' | 'good' | 'plain'>;
  readonly words: string;
  readonly at?: string;
  readonly more: readonly string[];
};

export function letterWords(letter: Letter): LetterWords {
  const { told, mayBeTwice, state } = letter;
  return {
    ...standing(letter, deliveryOf(letter)),
    more: [
      ...why(letter),
      ...(told?.answeredAt === undefined ? [] : [say('letters.answered')]),
      ...(mayBeTwice && state === 'sent' ? [say('letters.twice')] : []),
    ],
  };
}

function standing(letter: Letter, delivery: Delivery): Omit<LetterWords, 'more'> {
  const { attempts, nextAt, sentAt, heldFor, bouncedAt, told = {} } = letter;
  switch (delivery) {
    case 'owed':
      return attempts === 0
        ? { words: say('letters.owed') }
        : { words: say('letters.again', { attempts }), at: nextAt };
    case 'unclear':
      return { tone: 'warn', words: say('letters.unclear'), at: nextAt };
    case 'held':
      return { tone: 'warn', words: say(`letters.held.${heldFor ?? 'budget'}`) };
    case 'parked':
      return { tone: 'bad', words: say('letters.parked') };
    case 'sent':
      return { words: say('letters.sent'), ...when(sentAt) };
    case 'delivered':
      return { words: say('letters.delivered'), ...when(told.deliveredAt) };
    case 'delayed':
      return { tone: 'warn', words: say('letters.delayed'), ...when(told.delayedAt) };
    case 'bounced':
      return { tone: 'bad', words: say('letters.bounced'), ...when(bouncedAt) };
    case 'complained':
      return { tone: 'bad', words: say('letters.complained'), ...when(told.complainedAt) };
    case 'rejected':
      return { tone: 'bad', words: say('letters.rejected'), ...when(told.rejectedAt) };
  }
}

const when = (at: string | undefined): { at?: string } => (at === undefined ? {} : { at });

/** Why it came back, in words; a word of the service that we do not know leaves only what kind it is. */
function why({ bouncedAt, bounce }: Letter): string[] {
  if (bouncedAt === undefined || !bounce) return [];
  return [sayIfKnown(`bounce.${bounce.sub}`) ?? say(`bounce.${bounce.type}`)];
}
