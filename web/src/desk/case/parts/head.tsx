import { hasPutAside } from '#domain/case/put-aside.ts';
import { Badge } from '../../ui/badge.tsx';
import { dayWords, now } from '../../ui/clock.ts';
import { Time } from '../../ui/time.tsx';
import { nameOf, useMe } from '../../shell/me.tsx';
import { stateName } from '../../words/case-words.ts';
import { typeName } from '../../words/types.ts';
import { isOver } from '../model/next-step.ts';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';
import { MoveBar } from './move-bar.tsx';

/** Whose case, which, how it stands, by when; and the moves that are always at hand. */
export function Head() {
  const { page } = useDesk();
  const { reference, digest, companyName, importer, more } = page;
  return (
    <header class="case-head">
      <div class="case-name">
        <p class="case-line">
          <strong class="mono">{reference}</strong>
          <span>{page.typeName}</span>
          <a class="file" href={`/desk/record/?${new URLSearchParams({ reference, digest }).toString()}`}>
            {say('head.record')}
          </a>
        </p>
        <h1>{companyName || importer.masked}</h1>
        <p class="case-line">{[importer, ...more].map(({ shown, masked }) => shown ?? masked).join(' · ')}</p>
      </div>
      <Facts />
      <MoveBar />
    </header>
  );
}

function Facts() {
  const me = useMe();
  const { page } = useDesk();
  const { assignee, confirmed, cleared, letters, was, state, frozen, legalHold, unreached } = page;
  const mine = assignee === me.member.email;
  return (
    <div class="facts">
      <Badge tone={state === 'waiting' ? 'warn' : 'info'}>{stateName(state)}</Badge>
      {frozen && (
        <Badge tone="bad" icon="alert">
          {say('head.frozen')}
        </Badge>
      )}
      {cleared && (
        <Badge tone="good" icon="check">
          {say('head.cleared')}
        </Badge>
      )}
      {confirmed.contact === undefined && (
        <Badge tone="warn" icon="mail">
          {say('head.unconfirmed')}
        </Badge>
      )}
      {hasPutAside({ letters }) && (
        <Badge tone="bad" icon="alert">
          {say('head.parked')}
        </Badge>
      )}
      {unreached && (
        <Badge tone="bad" icon="mail">
          {say('head.unreached')}
        </Badge>
      )}
      {letters.some((letter) => letter.state === 'held') && (
        <Badge tone="warn" icon="mail">
          {say('head.held')}
        </Badge>
      )}
      {page.locale !== 'en' && <Badge>{say('head.writes', { language: languageName(page.locale) })}</Badge>}
      {legalHold && <Badge icon="lock">{say('head.legal-hold')}</Badge>}
      <Badge tone={mine ? 'info' : 'plain'} icon="person">
        {assignee === undefined
          ? say('head.nobody')
          : mine
            ? say('head.yours')
            : say('head.with', { name: nameOf(me, assignee) })}
      </Badge>
      <DueLine />
      {was.map(({ type, at }) => (
        <span key={at} class="soft">
          {say('head.was', { type: typeName(type), at: dayWords(Date.parse(at)) })}
        </span>
      ))}
    </div>
  );
}

/** The language that the importer's letters and page are in; the team writes free words in it, or in English. */
const languageName = (locale: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale;

function DueLine() {
  const { page } = useDesk();
  const { dueAt, closedAt, openedAt } = page;
  const late = !isOver(page) && Date.parse(dueAt) < now();
  if (closedAt !== undefined)
    return (
      <span>
        {say('head.closed')} <Time at={closedAt} />
      </span>
    );
  return (
    <>
      <span class={late ? 'overdue' : undefined}>
        <strong>{say(late ? 'head.overdue' : 'head.due')}</strong> <Time at={dueAt} />
      </span>
      <span class="soft">
        {say('head.opened')} <Time at={openedAt} short />
      </span>
    </>
  );
}
