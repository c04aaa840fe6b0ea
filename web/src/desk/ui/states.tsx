import type { ComponentChildren } from 'preact';
import type { Problem } from '../api/problem.ts';
import { signInAddress } from '../api/session.ts';
import { Button } from './button.tsx';
import shell from '../shell/text/en.json' with { type: 'json' };
import words from './text/en.json' with { type: 'json' };

/** Nothing is here, and why that is fine or what to do. */
export const EmptyState = ({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) => (
  <div class="state">
    <svg viewBox="0 0 64 48" width="64" height="48" aria-hidden="true">
      <path
        d="M6 30 14 8h36l8 22v12H6zM6 30h14l4 6h16l4-6h14"
        fill="none"
        stroke="currentColor"
        stroke-width="2.5"
        stroke-linejoin="round"
      />
    </svg>
    <h2>{title}</h2>
    {children}
  </div>
);

/** It could not be shown: what is wrong, and the way on. */
export const ErrorState = ({ problem, onRetry }: { readonly problem: Problem; readonly onRetry: () => void }) => (
  <div class="state" role="alert">
    <h2>{problem.title}</h2>
    <p>{problem.detail}</p>
    {problem.code === 'sign-in' || problem.code === 'second-factor' ? (
      <a class="btn btn-main" href={signInAddress()}>
        {shell['over.sign-in']}
      </a>
    ) : problem.code === 'not-found' ? (
      <a class="btn btn-main" href="/desk/">
        {words.queue}
      </a>
    ) : (
      <Button onClick={onRetry}>{words.again}</Button>
    )}
  </div>
);

/** The outline of what is coming, so that nothing jumps when it is there. */
export const Skeleton = ({ lines = 6 }: { readonly lines?: number }) => (
  <div class="skeleton" role="status">
    <span class="hidden">{words.loading}</span>
    {Array.from({ length: lines }, (_, line) => (
      <span key={line} class="bone" aria-hidden="true" />
    ))}
  </div>
);

export const Spinner = ({ label = words.loading }: { readonly label?: string }) => (
  <span class="spinner" role="status">
    <span class="spin" aria-hidden="true" />
    {label}
  </span>
);
