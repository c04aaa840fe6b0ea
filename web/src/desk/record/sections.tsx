import type { ComponentChildren } from 'preact';
import type { CaseRecord } from '#domain/desk/exports.ts';
import { say } from '../case/words.ts';
import { stateName } from '../words/case-words.ts';
import { typeName } from '../words/types.ts';
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

const signedOf = ({
  reason,
  name,
  at: time,
}: {
  readonly reason: string;
  readonly name: string;
  readonly at: string;
}) => write('signed', { reason, name, at: at(time) });

export function CaseFacts({ of }: Of) {
  const was = of.was.map(({ type, at: until }): Pair => [
    write('was'),
    write('was.text', {
      type: typeName(type),
      at: at(until),
    }),
  ]);
  const closed: readonly Pair[] = of.closedAt === undefined ? [] : [[write('ended'), at(of.closedAt)]];
  const kept: readonly Pair[] = of.expiresAt === undefined ? [] : [[write('deleted'), at(of.expiresAt)]];
  const held = of.legalHold ? [[write('legal-hold'), signedOf(of.legalHold)] satisfies Pair] : [];
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
          ...held,
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

/** Somebody said that this was not them. */
export const Frozen = ({ of: { frozen } }: Of) =>
  frozen ? (
    <section>
      <h2>{write('frozen')}</h2>
      <p>
        {write(frozen.name === undefined ? 'frozen.not-us' : 'frozen.by', {
          name: frozen.name ?? '',
          at: at(frozen.at),
        })}
      </p>
      {frozen.reason !== undefined && <blockquote>{frozen.reason}</blockquote>}
    </section>
  ) : null;

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
