import { textOf } from '#domain/requests/field.ts';
import { all } from './dom.ts';
import { given } from './questions.ts';

/** The places in the statement where the page says "the person named above" until it knows the name. */
const places = all('[data-from]').map((place) => ({ place, unnamed: place.textContent }));

/** Puts the certifier's name into the statement that is ticked: those are the words the case keeps. */
export function nameCertifier(): void {
  for (const { place, unnamed } of places) {
    const parts = (place.dataset['from'] ?? '').split(' ').map((name) => textOf(given(), name));
    place.textContent = parts.filter(Boolean).join(' ') || unnamed;
  }
}
