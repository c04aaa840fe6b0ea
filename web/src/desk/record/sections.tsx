import type { ComponentChildren } from 'preact';
import type { CaseRecord } from '#domain/desk/exports.ts';
import { say } from '../case/words.ts';
import { dateWords } from '../ui/clock.ts';
import { stateName } from '../words/case-words.ts';
import { at } from './at.ts';
import { write } from './words.ts';

export type Of = { readonly of: CaseRecord['case'] };
type Pair = readonly [label: string, value: ComponentChildren];

export const Pairs = ({ pairs }: { readonly pairs: readonly Pair[] }) => (
  <dl class="pairs">
    {pairs.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** By name, as the record itself knows it, and by mailbox: the paper outlives the team. */
function holderOf({ assignee, timeline }: CaseRecord['case']): string {
  if (assignee === undefined) return write('nobody');
  const name = timeline.findLast(({ who, name }) => who === assignee && name !== undefined)?.name;
  return name === undefined ? assignee : `${name}, ${assignee}`;
}

export function CaseFacts({ of }: Of) {
  const was = of.was.map(({ type, at: until }): Pair => [
    write('was'),
    write('was.text', {
      type: type === 'name-query' || type === 'email-update' ? say(`type.${type}`) : type,
      at: at(until),
    }),
  ]);
  const closed: readonly Pair[] = of.closedAt === undefined ? [] : [[write('ended'), at(of.closedAt)]];
  const kept: readonly Pair[] = of.expiresAt === undefined ? [] : [[write('deleted'), at(of.expiresAt)]];
  return (
    <section>
      <h2>{write('case')}</h2>
      <Pairs
        pairs={[
          [write('state'), stateName(of.state)],
          [write('received'), at(of.openedAt)],
          [write('due'), at(of.dueAt)],
          ...closed,
          ...was,
          [write('with'), holderOf(of)],
          ...kept,
          [write('version'), of.version],
          [write('digest'), <span class="mono digest">{of.digest}</span>],
        ]}
      />
    </section>
  );
}

export const Asked = ({ of }: Of) => (
  <section>
    <h2>{write('asked')}</h2>
    <Pairs
      pairs={[
        ...of.answers.map(({ label, value, shown }): Pair => [label, <span class="given">{shown ?? value}</span>]),
        ...of.missing.map(({ label }): Pair => [label, say('asked.missing')]),
      ]}
    />
  </section>
);

export const Statement = ({ of: { statement } }: Of) =>
  statement ? (
    <section>
      <h2>{write('statement')}</h2>
      <blockquote>{statement.text}</blockquote>
      <p class="fine">{write('statement.by', { version: statement.version, at: at(statement.at) })}</p>
    </section>
  ) : null;

export const Checks = ({ of: { checks, cleared } }: Of) => (
  <section>
    <h2>{write('checks')}</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{write('check')}</th>
            <th scope="col">{write('result')}</th>
            <th scope="col">{write('record')}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.kind}>
              <th scope="row">{say(`check.${check.kind}.name`)}</th>
              <td>{say(`check.${check.state}`)}</td>
              <td>{recordOf(check)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <p>{cleared ? write('cleared', { name: cleared.name, at: at(cleared.at) }) : write('cleared.not')}</p>
  </section>
);

function recordOf({ check, confirmedAt }: CaseRecord['case']['checks'][number]): string {
  if (confirmedAt !== undefined) return write('check.mailbox', { at: at(confirmedAt) });
  if (!check) return write('check.none');
  const { person, source, on, note, name, at: time } = check;
  const dated = on === undefined ? '' : ` ${say('check.dated', { on: dateWords(on) })}`;
  return `${say('check.with', { person, source })}${dated} ${note ?? ''} ${name}, ${at(time)}`.replace(/ {2,}/g, ' ');
}

export const Flags = ({ of: { flags } }: Of) =>
  flags.length === 0 ? null : (
    <section>
      <h2>{write('flags')}</h2>
      <ul>
        {flags.map(({ id, reason, name, at: time }) => (
          <li key={id}>
            {reason} <span class="fine">{write('flag.by', { name, at: at(time) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );

export const Questions = ({ of: { questions } }: Of) =>
  questions.length === 0 ? null : (
    <section>
      <h2>{write('questions')}</h2>
      {questions.map(({ id, name, at: time, text, answer, answeredAt }) => (
        <div key={id} class="question">
          <p class="fine">{write('question.by', { name, at: at(time) })}</p>
          <p class="given">{text}</p>
          <p class="fine">
            {answeredAt === undefined ? write('question.open') : write('question.answer', { at: at(answeredAt) })}
          </p>
          {answer !== undefined && <blockquote>{answer}</blockquote>}
        </div>
      ))}
    </section>
  );
