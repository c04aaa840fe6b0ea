import { secretKinds } from '#domain/secrets/secret.ts';
import type { SecretKind } from '#domain/secrets/secret.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import { pageWords } from './words.ts';

/** Says on the page that follows what was taken out of a text before it was kept; nothing when it all stayed. */
export function removedPart(locale: Locale, removed: readonly SecretKind[]): Html | '' {
  if (removed.length === 0) return '';
  const words = pageWords(locale);
  return html`<div class="card">
    <h2>${words['removed.title']}</h2>
    ${removed.map((kind) => html`<p>${words[`removed.${kind}`]}</p>`)}
    <p>${words['removed.wrong']}</p>
  </div>`;
}

const inOrder = (holds: (kind: SecretKind) => boolean): SecretKind[] => secretKinds.filter(holds);

/** Travels in the next page's address: kinds only, each once. Nothing when there is none. */
export function removedQuery(kinds: readonly SecretKind[], begin = '?'): string {
  const each = inOrder((kind) => kinds.includes(kind));
  return each.length === 0 ? '' : `${begin}removed=${each.join(',')}`;
}

/** Whatever else an address says of it is passed over. */
export function kindsIn(query: string): SecretKind[] {
  const said = new URLSearchParams(query).get('removed')?.split(',') ?? [];
  return inOrder((kind) => said.includes(kind));
}
