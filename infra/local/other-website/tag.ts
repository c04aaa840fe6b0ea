import type { Locale } from '../../../functions/domain/requests/locale.ts';
import { wordsOf } from '../../../web/src/text/words.ts';

/**
 * What a broker pastes into a page of the own website: a plain link, for who has no script or where no frame may stand, and
 * the script that puts the frame in their place. `show` is `triage`, or a page below the language: `ask/name-query`.
 */
export function embedTag(site: string, show: string, locale: Locale): string {
  const path = show === 'triage' ? '' : `${show}/`;
  return [
    `<a href="${site}/${locale}/${path}">${wordsOf(locale)['embed.link']}</a>`,
    `<script src="${site}/embed.js" data-show="${show}" data-lang="${locale}" async></script>`,
  ].join('\n');
}
