import type { CasePage } from '#domain/desk/case-page.ts';
import { Badge } from '../../ui/badge.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Time } from '../../ui/time.tsx';
import { useDesk } from '../state/context.ts';
import { say, sayIfKnown } from '../words.ts';

/** What was asked, in the order of the ABI screen, with what ABI gets of it. */
export function Asked() {
  const { page } = useDesk();
  const { answers, missing, numberWarnings, statement } = page;
  return (
    <section class="card asked" aria-labelledby="asked-title">
      <h2 id="asked-title">{say('asked.title')}</h2>
      <p class="hint">{say('asked.order')}</p>
      {numberWarnings.length > 0 && (
        <Notice tone="warn" title={say('asked.number')}>
          <ul>
            {numberWarnings.map((warning) => (
              <li key={warning}>{warningWords(warning, page.more)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <dl class="pairs">
        {answers.map(({ name, label, value, shown, fitted }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              <span class="given">{shown ?? value}</span>
              {fitted !== undefined && <small class="mono">{say('asked.fitted', { value: fitted })}</small>}
            </dd>
          </div>
        ))}
        {missing.map(({ name, label }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              <Badge tone="warn">{say('asked.missing')}</Badge> <small>{say('asked.missing.text')}</small>
            </dd>
          </div>
        ))}
      </dl>
      {statement && (
        <details>
          <summary>{say('asked.statement')}</summary>
          <blockquote>{statement.text}</blockquote>
          <p class="hint">
            {say('asked.ticked', { version: statement.version })} <Time at={statement.at} short />
          </p>
        </details>
      )}
    </section>
  );
}

/** Of a number beside the first, with its question's label. */
function warningWords(warning: string, more: CasePage['more']): string {
  const [code = '', of] = warning.split(' ');
  const words = sayIfKnown(`warning.${code}`) ?? code;
  return of === undefined ? words : `${more.find(({ name }) => name === of)?.label ?? of}: ${words}`;
}

/** What we asked the importer, and what came back. */
export function Questions() {
  const { questions } = useDesk().page;
  if (questions.length === 0) return null;
  return (
    <section class="card" aria-labelledby="questions-title">
      <h2 id="questions-title">{say('questions.title')}</h2>
      <ol class="questions">
        {questions.map(({ id, name, at, text, answer, answeredAt }) => (
          <li key={id}>
            <p class="by">
              {say('questions.asked', { name })} <Time at={at} short />
            </p>
            <p class="given">{text}</p>
            {answeredAt === undefined ? (
              <Badge tone="warn">{say('questions.open')}</Badge>
            ) : (
              <>
                <p class="by">
                  {say('questions.answer')} <Time at={answeredAt} short />
                </p>
                <blockquote>{answer}</blockquote>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
