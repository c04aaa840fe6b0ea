import type { Broker } from '#domain/broker/broker.ts';
import type { Content } from './content.ts';
import { accentOf } from './accent.ts';
import { blockHtml } from './html.ts';
import { day, look, night, sheet } from './look.ts';
import { html, ours } from './markup.ts';
import { plainOf } from './plain.ts';

/** A letter as it is sent: one content, said twice. */
export type WrittenLetter = { readonly subject: string; readonly text: string; readonly html: string };

/**
 * The letter in its frame. The style sheet's addresses and phone numbers are no links unless we make them so
 * (`format-detection`): a number that a stranger gave should not be one tap away.
 */
export function laidOut(content: Content, broker: Broker): WrittenLetter {
  const { accent, accentDark } = broker.colours;
  const accents = { day: accentOf(accent, day.ink, day.paper), night: accentOf(accentDark, night.ink, night.paper) };
  const page = html`<!doctype html>
    <html lang="${content.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>${content.subject}</title>
        <style>
          ${ours(sheet(accents))}
        </style>
      </head>
      <body class="page" style="${look.page}">
        <div class="frame" style="${look.frame}">
          <table class="card" role="presentation" style="${look.card}">
            <tbody>
              <tr>
                <td class="inner" style="${look.inner}">
                  ${content.blocks.map((block) => html`${blockHtml(block)} `)}
                </td>
              </tr>
            </tbody>
          </table>
          <table class="foot" role="presentation" style="${look.footer}">
            <tbody>
              <tr>
                <td class="footer" style="${look.footerInner}">
                  ${content.footer.map((block) => html`${blockHtml(block)} `)}
                </td>
              </tr>
            </tbody>
          </table>
        </div>
      </body>
    </html> `;
  return { subject: content.subject, text: plainOf(content), html: page.source };
}
