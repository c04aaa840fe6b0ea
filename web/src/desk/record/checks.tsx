import type { CaseRecord } from '#domain/desk/exports.ts';
import { lostBy } from '../case/model/telling.ts';
import { say } from '../case/words.ts';
import { dateWords } from '../ui/clock.ts';
import { at } from './at.ts';
import type { Of } from './sections.tsx';
import { write } from './words.ts';

type Kept = NonNullable<CaseRecord['case']['checks'][number]['check']>;
type Telling = CaseRecord['case']['tellings'][number];

/** How each check stands, and what is on record of it. */
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

function recordOf({ check, telling, until, confirmedAt }: CaseRecord['case']['checks'][number]): string {
  if (telling) return [toldOf(telling), untilOf(until)].join(' ').trim();
  if (confirmedAt !== undefined) return write('check.mailbox', { at: at(confirmedAt) });
  if (!check) return write('check.none');
  return saidOf(check);
}

const untilOf = (until: string | undefined): string =>
  until === undefined ? '' : write('hold.until', { until: at(until) });

const toldOf = ({ mailbox, source, name, at: time }: Telling): string =>
  `${say('telling.told', { mailbox, source })} ${name}, ${at(time)}.`;

/** One check in a line: with whom, from where, dated, by whom and with which right to. */
function saidOf({ kind, person, source, on, ends, note, name, licensed, solo, at: time }: Kept): string {
  return [
    kind === 'second-look' ? '' : say('check.with', { person, source }),
    on === undefined ? '' : say('check.dated', { on: dateWords(on) }),
    ends === undefined ? '' : say('check.ending', { ends: dateWords(ends) }),
    note ?? '',
    `${name}, ${at(time)}.`,
    licensed ? write('check.licensed') : '',
    solo ? write('check.solo') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Every earlier contact who was told, and what became of it. */
export const Tellings = ({ of }: Of) =>
  of.tellings.length === 0 ? null : (
    <section>
      <h2>{write('tellings')}</h2>
      <ul>
        {of.tellings.map((telling) => {
          const lost = lostBy(of, telling);
          return (
            <li key={telling.id}>
              {toldOf(telling)} {lost && write(`telling.${lost}`)}
            </li>
          );
        })}
      </ul>
    </section>
  );
