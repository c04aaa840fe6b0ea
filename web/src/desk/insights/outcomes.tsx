import type { InsightsPage } from '#domain/desk/insights.ts';
import { shareWords } from './figures.ts';
import words from './text/en.json' with { type: 'json' };

/** What became of the requests, by type: a table whose last column is a bar. */
export function Outcomes({ page: { outcomes, types } }: { readonly page: InsightsPage }) {
  const most = Math.max(1, ...outcomes.map(({ cases }) => cases));
  return (
    <section class="card chart outcomes" aria-labelledby="outcomes">
      <h2 id="outcomes">{words['chart.outcomes']}</h2>
      {outcomes.length === 0 && <p>{words['chart.nothing']}</p>}
      <div class="by-type">
        {types.map(({ type, name }) => {
          const own = outcomes.filter((one) => one.type === type);
          const all = own.reduce((sum, { cases }) => sum + cases, 0);
          return own.length === 0 ? null : (
            <table key={type}>
              <caption>{name}</caption>
              <thead class="hidden">
                <tr>
                  <th scope="col">{words['table.outcome']}</th>
                  <th scope="col">{words['table.cases']}</th>
                  <th scope="col">{words['table.share']}</th>
                </tr>
              </thead>
              <tbody>
                {own.map((one) => (
                  <tr key={one.outcome}>
                    <th scope="row">{one.name}</th>
                    <td class="number">{one.cases}</td>
                    <td class="bar">
                      <span>
                        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                          <rect class="part-0" width={(one.cases / most) * 100} height="10" />
                        </svg>
                        <small>{shareWords(one.cases, all)}</small>
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        })}
      </div>
    </section>
  );
}
