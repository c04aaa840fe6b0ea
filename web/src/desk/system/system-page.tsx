import type { System } from '#domain/desk/system.ts';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { Held } from './held.tsx';
import { Hours } from './hours.tsx';
import { Mailboxes } from './mailboxes.tsx';
import { Parked } from './parked.tsx';
import { Promises } from './promises.tsx';
import { Stuck } from './stuck.tsx';
import { TestRequest } from './test-request.tsx';
import { Tiles } from './tiles.tsx';
import { useSystem } from './use-system.ts';
import { VerdictBox } from './verdict-box.tsx';
import words from './text/en.json' with { type: 'json' };

/** Whether anything that was promised is owed still, at a glance; and what to do about what cannot go. */
export function SystemPage() {
  const { system, problem, ask, setMailboxes } = useSystem();
  if (!system) return problem ? <ErrorState problem={problem} onRetry={ask} /> : <Skeleton lines={8} />;
  return (
    <>
      <VerdictBox system={system} stale={problem !== undefined} />
      <Parts system={system} onMailboxes={setMailboxes} onAgain={ask} />
      <p class="hint">{words.renewed}</p>
    </>
  );
}

type PartsProps = {
  readonly system: System;
  readonly onMailboxes: (mailboxes: System['mailboxes']) => void;
  readonly onAgain: () => void;
};

const Parts = ({ system, onMailboxes, onAgain }: PartsProps) => (
  <>
    <Tiles system={system} />
    <div class="sides">
      <div>
        <Mailboxes mailboxes={system.mailboxes} onChange={onMailboxes} onAgain={onAgain} />
        <Parked parked={system.parked} />
        <Held held={system.held} />
        <Stuck stuck={system.stuck} />
      </div>
      <div>
        <Promises hours={system.hours} />
        <TestRequest canary={system.canary} />
      </div>
    </div>
    <Hours hours={system.hours} />
  </>
);
