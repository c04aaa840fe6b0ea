import { useEffect } from 'preact/hooks';
import type { CaseRecord } from '#domain/desk/exports.ts';
import { OutcomeShown } from '../case/parts/ended.tsx';
import { OnFile } from '../case/tools/on-file.tsx';
import { Button } from '../ui/button.tsx';
import { at } from './at.ts';
import { Checks, Tellings } from './checks.tsx';
import { Happenings, Letters, OnRecord } from './past.tsx';
import { Asked, CaseFacts, Flags, Frozen, Questions, Statement } from './sections.tsx';
import { write } from './words.ts';

/** One case on paper: everything that is kept of it, in the order in which somebody would ask. */
export function Record({ record }: { readonly record: CaseRecord }) {
  const { case: of, made, broker } = record;
  useEffect(() => {
    document.title = `${of.reference} ${of.companyName}`;
  }, []);
  return (
    <article class="record">
      <Bar record={record} />
      <header>
        <p>{write('broker', { broker: broker.name, licence: broker.licenceNumber })}</p>
        <h1>
          <span class="mono">{of.reference}</span> {of.companyName}
        </h1>
        <p>
          {of.typeName}. {of.importer.masked}.
        </p>
        <p class="fine">
          {write('made', { at: at(made.at), name: made.name })} {write('zone', { zone: broker.timeZone })}
        </p>
        <p class="fine">{write('confidential')}</p>
      </header>
      <CaseFacts of={of} />
      <Asked of={of} />
      <Statement of={of} />
      <Frozen of={of} />
      <Checks of={of} />
      <Tellings of={of} />
      {of.onFile && (
        <section>
          <h2>{write('on-file')}</h2>
          <OnFile onFile={of.onFile} record />
        </section>
      )}
      {of.more.map(
        ({ name, masked, onFile }) =>
          onFile && (
            <section key={name}>
              <h2>
                {write('on-file')}: {masked}
              </h2>
              <OnFile onFile={onFile} record />
            </section>
          ),
      )}
      {of.outcome ? (
        <OutcomeShown page={of} outcome={of.outcome} />
      ) : (
        <section>
          <h2>{write('outcome')}</h2>
          <p>{write('outcome.none')}</p>
        </section>
      )}
      <Flags of={of} />
      <Questions of={of} />
      <Happenings of={of} />
      <Letters of={of} />
      <OnRecord trail={record.trail} />
    </article>
  );
}

/** On the screen only. */
function Bar({ record }: { readonly record: CaseRecord }) {
  const { reference, digest } = record.case;
  return (
    <div class="record-bar btns">
      <a href={`/desk/case/?${new URLSearchParams({ reference, digest }).toString()}`}>{write('back')}</a>
      <Button kind="main" onClick={() => print()}>
        {write('print')}
      </Button>
      <Button onClick={() => download(record)}>{write('download')}</Button>
    </div>
  );
}

/** The very record that the page shows: no second export, no second line in the audit trail. */
function download(record: CaseRecord): void {
  const file = URL.createObjectURL(new Blob([JSON.stringify(record, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = file;
  link.download = `${record.case.reference}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(file), 10_000);
}
