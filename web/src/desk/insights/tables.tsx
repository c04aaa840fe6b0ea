import { dayLong } from './figures.ts';
import words from './text/en.json' with { type: 'json' };

type DayTableProps = {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly day: string; readonly cells: readonly string[] }[];
};

/** The numbers behind a drawing, the latest day first. */
export const DayTable = ({ heads, rows }: DayTableProps) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{words['table.day']}</th>
        {heads.map((head) => (
          <th key={head} scope="col" class="number">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.toReversed().map(({ day, cells }) => (
        <tr key={day}>
          <th scope="row">{dayLong(day)}</th>
          {cells.map((cell, at) => (
            <td key={heads[at]} class="number">
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
