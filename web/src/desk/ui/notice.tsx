import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../api/problem.ts';
import type { Tone } from './badge.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export type NoticeProps = {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children?: ComponentChildren;
  /** Goes there when it comes, so that nobody misses it: after a sending failed. */
  readonly focus?: boolean;
};

const icons: Readonly<Record<Tone, IconName>> = {
  info: 'dot',
  plain: 'dot',
  good: 'check',
  warn: 'alert',
  bad: 'alert',
};

/** A few words in a box. Bad ones are spoken at once, others when the reader pauses. */
export function Notice({ tone = 'info', title, children, focus }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  return (
    <div
      ref={box}
      class={`notice ${tone}`}
      role={tone === 'bad' ? 'alert' : 'status'}
      tabIndex={focus ? -1 : undefined}
    >
      <Icon name={icons[tone]} />
      <div>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

/** Why a call did not do what it was asked, with each field that is wrong. */
export const ProblemNotice = ({ problem, focus = true }: { readonly problem: Problem; readonly focus?: boolean }) => (
  <Notice tone="bad" title={problem.title} focus={focus}>
    {problem.detail && <p>{problem.detail}</p>}
    {problem.errors && problem.errors.length > 0 && (
      <ul>
        {problem.errors.map(({ field, message }) => (
          <li key={field}>{message}</li>
        ))}
      </ul>
    )}
  </Notice>
);
