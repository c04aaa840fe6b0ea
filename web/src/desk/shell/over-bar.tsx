import { signInAddress, useSessionOver } from '../api/session.ts';
import { Icon } from '../ui/icon.tsx';
import words from './text/en.json' with { type: 'json' };

/**
 * The session ended while the page was open. No dialog over what somebody types: a bar that stays in sight, with the way to
 * sign in and come back. Drafts are kept (`api/drafts.ts`); signed in in another tab, it goes by itself.
 */
export function OverBar() {
  const over = useSessionOver();
  return (
    <div role="alert">
      {over && (
        <div class="over-bar">
          <Icon name="lock" />
          <p>
            <strong>{words['over.title']}</strong> {words['over.text']} <small>{words['over.tab']}</small>
          </p>
          <a class="btn btn-main" href={signInAddress()}>
            {words['over.sign-in']}
          </a>
        </div>
      )}
    </div>
  );
}
