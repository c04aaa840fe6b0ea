import { useEffect, useState } from 'preact/hooks';
import type { CaseRecord } from '#domain/desk/exports.ts';
import { call } from '../api/call.ts';
import type { Called } from '../api/call.ts';
import { caseIn } from '../case/model/address.ts';
import { EmptyState, ErrorState, Skeleton } from '../ui/states.tsx';
import { Record as Paper } from './record.tsx';
import { write } from './words.ts';

type Address = NonNullable<ReturnType<typeof caseIn>>;

/** The case file: made by the door, which notes in the audit trail who made it. */
export function RecordApp() {
  const [address] = useState(() => caseIn(location.search));
  if (address) return <Made address={address} />;
  return (
    <EmptyState title={write('none.title')}>
      <p>{write('none.text')}</p>
    </EmptyState>
  );
}

async function makeRecord({ reference, digest }: Address): Promise<Called<CaseRecord>> {
  if (digest !== undefined) return call('record', { parts: [reference, digest], body: {} });
  const found = await call('case', { parts: [reference] });
  return 'ok' in found ? call('record', { parts: [reference, found.ok.digest], body: {} }) : found;
}

function Made({ address }: { readonly address: Address }) {
  const [made, setMade] = useState<Called<CaseRecord>>();
  const make = () => {
    setMade(undefined);
    void makeRecord(address).then(setMade);
  };
  useEffect(make, []);
  if (!made) return <Skeleton lines={8} />;
  return 'problem' in made ? <ErrorState problem={made.problem} onRetry={make} /> : <Paper record={made.ok} />;
}
