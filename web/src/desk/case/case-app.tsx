import type { ComponentChildren } from 'preact';
import { EmptyState, ErrorState, Skeleton } from '../ui/states.tsx';
import { useMe } from '../shell/me.tsx';
import { CaseView } from './case-view.tsx';
import { caseIn } from './model/address.ts';
import { useCase } from './state/use-case.ts';
import type { Address } from './state/use-case.ts';
import { say } from './words.ts';

/** The page of one case, named in the address. */
export function CaseApp() {
  const address = caseIn(location.search);
  if (address) return <Opened address={address} />;
  return (
    <Unnamed>
      <EmptyState title={say('none.title')}>
        <p>{say('none.text')}</p>
        <a class="btn btn-main" href="/desk/">
          {say('none.queue')}
        </a>
      </EmptyState>
    </Unnamed>
  );
}

/** A page without a case has no company for its heading. */
const Unnamed = ({ children }: { readonly children: ComponentChildren }) => (
  <>
    <h1 class="hidden">{say('title')}</h1>
    {children}
  </>
);

function Opened({ address }: { readonly address: Address }) {
  const { member } = useMe();
  const desk = useCase(address, member.email);
  if (desk.page) return <CaseView desk={desk} page={desk.page} />;
  return (
    <Unnamed>
      {desk.problem ? <ErrorState problem={desk.problem} onRetry={desk.load} /> : <Skeleton lines={8} />}
    </Unnamed>
  );
}
