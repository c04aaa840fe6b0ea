import { instantAt, wallTime } from '../case/model/moment.ts';
import { useMe } from '../shell/me.tsx';
import { now, zone } from '../ui/clock.ts';
import { fill } from '../words/fill.ts';
import { ExportForm } from './export-form.tsx';
import words from './text/en.json' with { type: 'json' };

const DAY = 86_400_000;

const zoneName = (): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone(), timeZoneName: 'longGeneric' })
    .formatToParts(now())
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone();

/** Lists as files: for the team's own books, and for the notice to CBP after a breach. */
export function Exports() {
  const me = useMe();
  const today = new Date(now()).toISOString();
  const ago = (days: number) => new Date(now() - days * DAY).toISOString();
  return (
    <section class="card" aria-labelledby="exports">
      <h2 id="exports">{words.exports}</h2>
      <p>{words['exports.text']}</p>
      <ExportForm
        list="export-cases"
        title={words['exports.cases']}
        text={words['exports.cases.text']}
        type="date"
        from={ago(30).slice(0, 10)}
        to={today.slice(0, 10)}
        asSent={(typed) => typed || undefined}
      />
      {me.member.role === 'licensed' && (
        <ExportForm
          list="export-importers"
          title={words['exports.importers']}
          text={fill(words['exports.importers.text'], { zone: zoneName() })}
          type="datetime-local"
          from={wallTime(ago(3), zone())}
          to={wallTime(today, zone())}
          asSent={(typed) => instantAt(typed, zone())}
        />
      )}
    </section>
  );
}
