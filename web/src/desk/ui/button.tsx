import type { ComponentChildren, Ref } from 'preact';

export type ButtonProps = {
  readonly children: ComponentChildren;
  /** `main`: the one thing to do here. `plain`: the others. `quiet`: looks like text. `danger`: ends or removes something. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly small?: boolean;
  /** In work: pressing again does nothing, and the words say that it goes on. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** Submits its form; without it, a button does only what `onClick` says. */
  readonly submit?: boolean;
  readonly onClick?: () => void;
  /** Says more than the visible words, to a screen reader: begins with them. */
  readonly label?: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  /** The key that does the same, shown beside the words. */
  readonly keyHint?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
};

export const Button = ({ children, kind = 'plain', small, busy, submit, onClick, ...more }: ButtonProps) => (
  <button
    type={submit ? 'submit' : 'button'}
    class={`btn btn-${kind}${small ? ' btn-small' : ''}`}
    disabled={more.disabled}
    aria-disabled={busy ? 'true' : undefined}
    aria-busy={busy}
    aria-label={more.label}
    aria-pressed={more.pressed}
    aria-expanded={more.expanded}
    ref={more.buttonRef ?? null}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else onClick?.();
    }}
  >
    {busy && <span class="spin" aria-hidden="true" />}
    {children}
    {more.keyHint && <kbd aria-hidden="true">{more.keyHint}</kbd>}
  </button>
);
