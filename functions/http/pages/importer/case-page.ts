import { fill } from '#domain/broker/words.ts';
import { isOver } from '#domain/case/case.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import type { SecretKind } from '#domain/secrets/secret.ts';
import { when } from '#domain/when.ts';
import type { PublicSide } from '#casework/importer/public-side.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import { inLanguage } from '../../languages.ts';
import { contact } from '../contact.ts';
import { pageDocument } from '../document.ts';
import type { OnPage } from '../document.ts';
import { removedPart } from '../removed.ts';
import { answersPart } from './answers-part.ts';
import type { Lacking } from './answers-part.ts';
import { dataPart } from './data-part.ts';
import { factsPart } from './facts-part.ts';
import { problemList } from './problem-list.ts';
import type { BoxProblem } from './problem-list.ts';
import { overPart, replyPart } from './reply-part.ts';
import type { Typed } from './reply-part.ts';
import { stateWords } from './state-words.ts';
import { toldPart, turnedPart } from './told-part.ts';
import { unreachedPart } from './unreached-part.ts';
import { importerWords } from './words.ts';

export const dones = ['confirmed', 'reply', 'answers', 'erasure'] as const;
export type Done = (typeof dones)[number];

export type CasePage = OnPage & {
  readonly side: PublicSide;
  /** The last part of the page's address: reference and token. */
  readonly part: string;
  readonly now: Date;
  readonly lacking?: Pick<Lacking, 'names' | 'values'>;
  readonly typed?: Typed;
  readonly problems?: readonly BoxProblem[];
  /** What was done just now. */
  readonly done?: Done | undefined;
  /** What was taken out of what was sent just now. */
  readonly removed?: readonly SecretKind[];
};

/** Where a case stands, for who holds a mailed link to it: everything works without script. */
export function casePage({
  side,
  part,
  now,
  lacking,
  typed = {},
  problems = [],
  done,
  removed = [],
  ...on
}: CasePage): string {
  const words = importerWords(on.locale);
  const at = `/api/importer/case/${part}`;
  const state = stateWords(on, side, lacking !== undefined, now);
  const error = problems.length > 0 ? words['problems.error'] : '';
  return pageDocument({
    ...on,
    title: `${error}${state.title}`,
    script: '/scripts/case.js',
    main: html`
      ${done === undefined ? '' : donePart(on, done)} ${removedPart(on.locale, removed)}
      <h1>${state.title}</h1>
      ${unreachedPart(on, side)}
      ${side.end ? html`<p class="small">${fill(words['told.at'], { at: toldAt(on, side.end.at) })}</p>` : ''}
      ${problemList(on.locale, problems)} ${side.end ? toldPart(on, side, side.end) : ''} ${turned(on, side)}
      ${state.texts.map((line) => html`<p>${line}</p>`)} ${mailboxPart(on, side, at)}
      ${
        lacking
          ? answersPart(on, {
              ...lacking,
              ...{ type: side.type, reference: side.reference, problems, action: `${at}/answers` },
            })
          : ''
      }
      ${isOver(side) ? overPart(on, typed) : replyPart(on, side, `${at}/replies`, typed, problems)}
      ${factsPart(on, side)} ${dataPart(on, side, at)} ${contact(on)}
    `,
  });
}

const toldAt = ({ broker, locale }: OnPage, at: string): string => when(at, locale, broker.officeHours.timeZone);

function turned(on: OnPage, side: PublicSide): Html | '' {
  if (!side.turned) return '';
  const { from, by } = side.turned;
  if (by !== undefined) return turnedPart(on, side, from, by);
  const nameOf = (type: PublicSide['type']) => text(textsOf(on.locale, type), 'name');
  const values = { from: nameOf(from), type: nameOf(side.type) };
  return html`<p>${fill(importerWords(on.locale).turned, values)}</p>`;
}

/** The button proves the mailbox; opening the page does not. */
function mailboxPart({ locale }: OnPage, { waits, confirmed, state }: PublicSide, at: string): Html | '' {
  if (confirmed || (isOver({ state }) && !waits)) return '';
  const words = importerWords(locale);
  return html`<form class="card stub" method="post" action="${inLanguage(`${at}/confirm`, locale)}">
    <h2>${words['mailbox.title']}</h2>
    <p>${waits ? words['mailbox.waits'] : words['mailbox.text']}</p>
    <p><button type="submit" class="button">${words['mailbox.button']}</button></p>
  </form>`;
}

/** `data-forget` tells the script which form's typed text is not needed any more. */
const donePart = ({ locale }: OnPage, done: Done): Html => html`
  <p class="card done" role="status" data-forget="${done === 'reply' ? 'replies' : done}">
    ${importerWords(locale)[`done.${done}`]}
  </p>
`;
