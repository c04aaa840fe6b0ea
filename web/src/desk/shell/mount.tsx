import { render } from 'preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import type { Called } from '../api/call.ts';
import type { Me } from '#domain/desk/session.ts';
import { takePlace } from '../api/place.ts';
import { signInAddress } from '../api/session.ts';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { AlarmBar } from './alarm-bar.tsx';
import { MeProvider } from './me.tsx';
import { OverBar } from './over-bar.tsx';
import { UserMenu } from './user-menu.tsx';

/** A place of the layout, `Desk.astro`. */
function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(id);
  return found;
}

/** In place of what the layout showed until then. */
export function renderApp(app: ComponentChildren): void {
  const root = place('app');
  root.replaceChildren();
  render(app, root);
}

type Mounting = {
  /** The page shows what somebody has to look after. */
  readonly alarms?: boolean;
};

/**
 * Puts a page's app into its layout, as soon as it is known who is signed in. A stranger goes to sign in and comes back here.
 */
export function mount(app: ComponentChildren, { alarms = true }: Mounting = {}): void {
  const before = takePlace();
  if (before !== undefined) return location.replace(before);
  renderApp(<Frame alarms={alarms}>{app}</Frame>);
  render(<OverBar />, place('over'));
}

function Frame({ alarms, children }: Required<Mounting> & { readonly children: ComponentChildren }) {
  const [called, setCalled] = useState<Called<Me>>();
  const ask = () => {
    setCalled(undefined);
    void call('me').then((answer) => {
      if (isStranger(answer)) location.replace(signInAddress());
      else setCalled(answer);
    });
  };
  useEffect(ask, []);
  // With the page and not a paint after it: the menu is there when the page is.
  useLayoutEffect(() => {
    if (!called || 'problem' in called) return;
    render(<UserMenu me={called.ok} />, place('user'));
    if (alarms) render(<AlarmBar />, place('alarms'));
  }, [called]);
  if (!called) return <Skeleton lines={10} />;
  if ('problem' in called) return <ErrorState problem={called.problem} onRetry={ask} />;
  return <MeProvider value={called.ok}>{children}</MeProvider>;
}

/** Nobody, or somebody whose second factor is missing. */
const isStranger = (answer: Called<Me>): boolean =>
  'problem' in answer
    ? answer.problem.code === 'sign-in' || answer.problem.code === 'second-factor'
    : answer.ok.stage === 'half';
