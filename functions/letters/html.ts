import type { Block, Row, Span, Words } from './content.ts';
import { html, ours } from './markup.ts';
import type { Html } from './markup.ts';
import { look } from './look.ts';

const lineBreak = ours('<br>');

/** A stranger's words: isolated, so that their direction stays theirs, and in the lines they were written in. */
function said(text: string): Html {
  const [first = '', ...rest] = text.split(/\r\n?|[\n\u2028\u2029]/);
  return html`<bdi>${first}${rest.map((line) => html`${lineBreak}${line}`)}</bdi>`;
}

function linkHtml(words: string, href: string): Html {
  const style = href.startsWith('tel:') ? look.phone : look.link;
  return html`<a class="link" href="${href}" style="${style}">${words}</a>`;
}

function spanHtml(span: Span): Html {
  if (typeof span === 'string') return html`${span}`;
  if ('whole' in span) return html`<span style="${look.whole}">${span.whole}</span>`;
  return 'said' in span ? said(span.said) : linkHtml(span.link, span.href);
}

const wordsHtml = (words: Words): Html => (typeof words === 'string' ? html`${words}` : html`${words.map(spanHtml)}`);

function valueHtml(row: Row): Html {
  const value = wordsHtml(row.value);
  if (row.look === 'key') return html`<strong style="${look.code}">${value}</strong>`;
  return row.look === 'code' ? html`<span style="${look.code}">${value}</span>` : value;
}

/** A quoted text takes the whole width; all else stands beside its label, or below it on a phone. */
const rowHtml = (row: Row): Html =>
  row.look === 'quote'
    ? html`<tr>
        <td class="cell line" colspan="2" style="${look.cell}">
          <span class="soft" style="${look.soft}">${row.label}</span>${quoteHtml(row.value)}
        </td>
      </tr>`
    : html`<tr>
        <th class="cell line soft" scope="row" style="${look.label}">${row.label}</th>
        <td class="cell line" style="${look.cell}">${valueHtml(row)}</td>
      </tr>`;

const quoteHtml = (words: Words): Html =>
  html`<blockquote class="quote" style="${look.quote}">${wordsHtml(words)}</blockquote>`;

const pointsHtml = (points: readonly Words[]): Html =>
  html`<ul style="${look.points}">
    ${points.map((point) => html`<li style="${look.point}">${wordsHtml(point)}</li>`)}
  </ul>`;

/**
 * The numbers are written out: a reply or a copy keeps them. In a table, since mail programs agree on no other way to set a
 * text beside its number.
 */
const stepsHtml = (steps: readonly Words[]): Html =>
  html`<table class="steps" role="presentation" style="${look.steps}">
    <tbody>
      ${steps.map(
        (step, at) =>
          html`<tr>
            <td style="${look.number}">${`${at + 1}.`}</td>
            <td style="${look.step}">${wordsHtml(step)}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;

/** Each space has a ground of its own, so that one sees how many there are; copied, it is a plain space. */
const typedHtml = (label: string, text: string): Html =>
  html`<p class="soft" style="${look.typedLabel}">${label}</p>
    <p class="typed" style="${look.typed}">
      ${text
        .split(/( )/)
        .map((part) => (part === ' ' ? html`<span class="space" style="${look.space}"> </span>` : html`${part}`))}
    </p>`;

/** The colour belongs to a table's cell: old mail programs give a link itself no room around its words. */
const buttonHtml = (label: string, href: string): Html =>
  html`<table class="press" role="presentation" style="${look.press}">
      <tbody>
        <tr>
          <td class="button" style="${look.button}">
            <a class="button-words" href="${href}" style="${look.buttonWords}">${label}</a>
          </td>
        </tr>
      </tbody>
    </table>
    <p class="soft" style="${look.address}">${href}</p>`;

export function blockHtml(block: Block): Html {
  switch (block.block) {
    case 'brand':
      return html`<p class="brand" style="${look.brand}">${block.name}</p>`;
    case 'part':
      return html`<div lang="${block.language}">${block.blocks.map((one) => html`${blockHtml(one)} `)}</div>`;
    case 'first':
      return html`<div class="first" style="${look.first}">
        <p style="${look.firstLine}">${block.line}</p>
        ${block.below === undefined ? '' : html`<p style="${look.firstBelow}">${block.below}</p>`}
      </div>`;
    case 'title':
      return html`<h1 style="${look.title}">${wordsHtml(block.words)}</h1>
        ${block.below === undefined ? '' : html`<p style="${look.below}">${wordsHtml(block.below)}</p>`}`;
    case 'heading':
      return html`<h2 style="${look.heading}">${block.words}</h2>`;
    case 'paragraph':
      return html`<p style="${look.paragraph}">${wordsHtml(block.words)}</p>`;
    case 'warning':
      return html`<div class="warning" style="${look.warning}">
        <p style="${look.warningTitle}">${block.title}</p>
        ${pointsHtml(block.points)}
      </div>`;
    case 'points':
      return pointsHtml(block.points);
    case 'steps':
      return stepsHtml(block.steps);
    case 'typed':
      return typedHtml(block.label, block.text);
    case 'small':
      return html`<p class="soft" style="${look.small}">${wordsHtml(block.words)}</p>`;
    case 'rows':
      return html`<table class="rows" style="${look.rows}">
        <tbody>
          ${block.rows.map(rowHtml)}
        </tbody>
      </table>`;
    case 'quote':
      return quoteHtml(block.words);
    case 'link':
      return html`<p style="${look.paragraph}">${block.label}<br />${linkHtml(block.href, block.href)}</p>`;
    case 'button':
      return buttonHtml(block.label, block.href);
  }
}
