import type { System } from '#domain/desk/system.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Time } from '../ui/time.tsx';
import words from './text/en.json' with { type: 'json' };

type Record = System['stuck']['records'][number];

const REDRIVE = 'npm run redrive';

/** Records that could not be worked on: why, and how to try them now. */
export const Stuck = ({ stuck: { records, more } }: { readonly stuck: System['stuck'] }) => (
  <section class="card" aria-labelledby="stuck">
    <h2 id="stuck">{words.stuck}</h2>
    {records.length === 0 ? (
      <p class="hint">{words['stuck.none']}</p>
    ) : (
      <>
        <p>{words['stuck.text']}</p>
        <p class="command">
          <code>{REDRIVE}</code> <CopyButton text={REDRIVE} />
        </p>
        <div class="scroll" tabIndex={0} role="group" aria-labelledby="stuck">
          <Table records={records} />
        </div>
        {more && <p class="hint">{words['stuck.more']}</p>}
      </>
    )}
  </section>
);

/** After 72 hours it has no next time: the door that pays letters gives it one that never comes. */
const isByHand = (nextAt: string): boolean => nextAt.startsWith('9999');

const heads = ['stuck.record', 'stuck.why', 'stuck.tries', 'stuck.since', 'stuck.next'] as const;

const Table = ({ records }: { readonly records: readonly Record[] }) => (
  <table>
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {words[head]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {records.map(({ reference, digest, since, nextAt, tries, why }, index) => (
        <tr key={`${digest ?? ''}/${index}`}>
          <th scope="row">{reference === undefined ? words['stuck.ask'] : <span class="ref">{reference}</span>}</th>
          <td>
            <code>{why}</code>
          </td>
          <td class="number">{tries}</td>
          <td>
            <Time at={since} short />
          </td>
          <td>{isByHand(nextAt) ? words['stuck.by-hand'] : <Time at={nextAt} short />}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
