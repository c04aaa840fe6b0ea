import { useState } from 'preact/hooks';
import type { Card } from '#domain/desk/card.ts';

/** The chosen cases. Kept by their digests, so that a renewal of the list changes nothing. */
export type Selection = {
  readonly has: (digest: string) => boolean;
  readonly toggle: (card: Card) => void;
  readonly setAll: (cards: readonly Card[], chosen: boolean) => void;
  readonly clear: () => void;
  /** Those of them that a list shows, as they are there: with their latest version. */
  readonly among: (cards: readonly Card[]) => Card[];
};

export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const setAll = (cards: readonly Card[], to: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const { digest } of cards) {
        if (to) after.add(digest);
        else after.delete(digest);
      }
      return after;
    });
  return {
    has: (digest) => chosen.has(digest),
    toggle: (card) => setAll([card], !chosen.has(card.digest)),
    setAll,
    clear: () => setChosen(new Set()),
    among: (cards) => cards.filter(({ digest }) => chosen.has(digest)),
  };
}
