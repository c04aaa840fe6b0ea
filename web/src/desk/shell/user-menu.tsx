import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { forgetDrafts } from '../api/drafts.ts';
import type { Me } from '#domain/desk/session.ts';
import { Notice } from '../ui/notice.tsx';
import { Icon } from '../ui/icon.tsx';
import words from './text/en.json' with { type: 'json' };

/** Who is signed in, and the ways out. Stands in the page's head. */
export function UserMenu({ me }: { readonly me: Me }) {
  const [failed, setFailed] = useState(false);
  const leave = async (how: 'sign-out' | 'sign-out-everywhere') => {
    setFailed(false);
    const called = await call(how, { body: {} });
    if ('problem' in called && called.problem.code !== 'sign-in') {
      setFailed(true);
      return;
    }
    forgetDrafts();
    location.assign('/desk/sign-in/');
  };
  return (
    <details class="user">
      <summary>
        <Icon name="person" />
        <span>{me.member.name}</span>
      </summary>
      <div class="user-menu">
        <p>
          {me.member.email}
          <small>{words[`role.${me.member.role}`]}</small>
        </p>
        {failed && <Notice tone="bad">{words['sign-out.failed']}</Notice>}
        <button type="button" class="btn btn-plain" onClick={() => void leave('sign-out')}>
          {words['sign-out']}
        </button>
        <button type="button" class="btn btn-quiet" onClick={() => void leave('sign-out-everywhere')}>
          {words['sign-out.everywhere']}
        </button>
      </div>
    </details>
  );
}
