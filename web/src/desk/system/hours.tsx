import type { Hour } from '#domain/desk/system.ts';
import { atWords, fullWords } from '../ui/clock.ts';
import words from './text/en.json' with { type: 'json' };

const letters = ['owed', 'sent', 'delivered', 'lost', 'held', 'parked'] as const;

/** What was accepted and is not stored, and what became of the letters, hour by hour. On a phone, the first columns are in sight. */
export const Hours = ({ hours }: { readonly hours: readonly Hour[] }) => (
  <section class="card" aria-labelledby="hours">
    <h2 id="hours">{words.hours}</h2>
    <p class="hint">{words[hours.length === 0 ? 'hours.none' : 'hours.text']}</p>
    {hours.length > 0 && (
      <div class="scroll" tabIndex={0} role="group" aria-labelledby="hours">
        <table class="hours">
          <thead>
            <tr>
              <th scope="col">{words['hours.hour']}</th>
              {(['missing', 'accepted', 'stored', ...letters] as const).map((name) => (
                <th key={name} scope="col" class="number">
                  {words[`hours.${name}`]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.map((hour) => (
              <Row key={hour.hour} hour={hour} />
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
);

/** Counts that somebody has to look at, when they are not none. */
const bad: readonly string[] = ['owed', 'lost', 'parked'];

const toneOf = (name: string, n: number): string => (n === 0 ? 'nought' : bad.includes(name) ? 'wrong' : '');

const Count = ({ name, n }: { readonly name: string; readonly n: number }) => (
  <td class={`number ${toneOf(name, n)}`}>{n}</td>
);

function Row({ hour: { hour, accepted, stored, missing, letters: counts } }: { readonly hour: Hour }) {
  const begins = `${hour}:00:00.000Z`;
  return (
    <tr>
      <th scope="row">
        <time dateTime={begins} title={fullWords(Date.parse(begins))}>
          {atWords(Date.parse(begins))}
        </time>
      </th>
      <Missing references={missing} />
      <Count name="accepted" n={accepted} />
      <Count name="stored" n={stored} />
      {letters.map((name) => (
        <Count key={name} name={name} n={counts[name]} />
      ))}
    </tr>
  );
}

/** By name, so that somebody can look for them. */
const Missing = ({ references }: { readonly references: readonly string[] }) => (
  <td class={references.length === 0 ? 'number nought' : 'number wrong'}>
    {references.length}
    {references.map((reference) => (
      <div key={reference} class="ref">
        {reference}
      </div>
    ))}
  </td>
);
