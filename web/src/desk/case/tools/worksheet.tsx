import type { CasePage, WorksheetRow } from '#domain/desk/case-page.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/announce.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/badge.tsx';
import { Notice } from '../../ui/notice.tsx';
import { bondRider, sources, sourceWords } from '../model/worksheet-words.ts';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';

type Sheet = NonNullable<NonNullable<CasePage['tools']>['worksheet']>;

/** The 5106 update, row by row in the order of the screen, each with a button that copies it. */
export function Worksheet({ sheet }: { readonly sheet: Sheet }) {
  return (
    <section class="tool">
      <h3>{say('sheet.title')}</h3>
      <p class="hint">{say('sheet.hint')}</p>
      {sheet.missing.length > 0 && (
        <Notice tone="warn" title={say('sheet.missing')}>
          <ul>
            {sheet.missing.map((missing) => (
              <li key={missing}>{missing}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Differences differences={sheet.differences} />
      <Legend />
      <table class="sheet">
        <thead>
          <tr>
            <th scope="col">{say('sheet.block')}</th>
            <th scope="col">{say('sheet.row')}</th>
            <th scope="col">{say('sheet.value')}</th>
            <th scope="col">{say('sheet.source')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row) => (
            <Row key={row.field} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const tones: Readonly<Record<WorksheetRow['source'], Tone>> = {
  kr: 'good',
  request: 'info',
  'client-file': 'warn',
  fixed: 'plain',
};

const Mark = ({ source }: Pick<WorksheetRow, 'source'>) => (
  <Badge tone={tones[source]}>{say(`sheet.mark.${source}`)}</Badge>
);

/** Said once, above the rows: twenty of them come from the client file. */
const Legend = () => (
  <ul class="legend" aria-label={say('sheet.legend')}>
    {sources.map((source) => (
      <li key={source}>
        <Mark source={source} /> {sourceWords(source)}
      </li>
    ))}
  </ul>
);

function Differences({ differences }: Pick<Sheet, 'differences'>) {
  const { page, suggest } = useDesk();
  if (differences.length === 0) return null;
  const rider = bondRider(page);
  return (
    <Notice tone={rider ? 'bad' : 'warn'} title={say('sheet.differences')}>
      <ul>
        {differences.map(({ label, requested, onFile, advice }) => (
          <li key={label}>
            {label} {say(onFile === '' ? 'sheet.difference.none' : 'sheet.difference', { requested, onFile })} {advice}
          </li>
        ))}
      </ul>
      {rider && (
        <Button onClick={() => suggest({ code: 'needs-bond-rider', values: {}, why: 'differences' })}>
          {say('sheet.answer')}
        </Button>
      )}
    </Notice>
  );
}

function Row({ row }: { readonly row: WorksheetRow }) {
  const { label, block, value, parts = [], source, changed, note } = row;
  return (
    <tr class={`from-${source}`}>
      <td>{block}</td>
      <th scope="row">{label}</th>
      <td class="value">
        {value !== undefined && <Copied label={label} value={value} />}
        {value === undefined && note === undefined && (
          <small>{say(source === 'client-file' ? 'sheet.look' : 'sheet.blank')}</small>
        )}
        {note && <small class="remark">{note}</small>}
        {changed.map((change) => (
          <small key={change} class="remark">
            {change}
          </small>
        ))}
        {parts.map((part) => (
          <div key={part.label} class="part">
            <small>{part.label}</small>
            <Copied label={`${label}, ${part.label}`} value={part.value} />
          </div>
        ))}
      </td>
      <td class="source">
        <Mark source={source} />
      </td>
    </tr>
  );
}

/** The value is the button: a row is copied with one press, and said to be. */
function Copied({ label, value }: { readonly label: string; readonly value: string }) {
  const copy = () =>
    void navigator.clipboard.writeText(value).then(
      () => announce(say('sheet.copied', { label })),
      () => announce(say('sheet.failed')),
    );
  return (
    <span class="copied">
      <span class="mono">{value}</span>
      <Button small label={say('sheet.copy', { label })} onClick={copy}>
        {say('sheet.copy', { label: '' }).trim()}
      </Button>
    </span>
  );
}
