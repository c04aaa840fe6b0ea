import { broker } from '../../../broker.config.ts';
import { brokerTagline } from '#domain/broker/words.ts';
import { fill, wordsOf, type Locale } from '../text/words.ts';

/** The picture that a message or a post shows beside a link to us: the size that every network takes. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Whose it is, in the page's own language, for who does not see it. What the page is about, its title and description say. */
export const cardAlt = (locale: Locale): string =>
  fill(wordsOf(locale)['card.alt'], {
    broker: broker.name,
    tagline: brokerTagline(locale),
  });
