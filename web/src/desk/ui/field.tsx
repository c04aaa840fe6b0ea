import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import words from './text/en.json' with { type: 'json' };

/** What every field has: a label, perhaps a hint, and words beside it when something is wrong. */
export type Asked = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Needed unless said otherwise. */
  readonly optional?: boolean;
};

/** For the control inside: puts label, hint and error where a screen reader finds them. */
type Control = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
};

type FieldProps = Asked & { readonly children: (control: Control) => ComponentChildren };

/** A label above any control, for one that has no component of its own here. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && <small>{words.optional}</small>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? 'true' : undefined })}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type Typed = Asked & { readonly value: string; readonly onType: (value: string) => void };

/** One object a type: Preact's types say apart what each of them may carry. */
const types = {
  text: { type: 'text' },
  email: { type: 'email' },
  date: { type: 'date' },
  'datetime-local': { type: 'datetime-local' },
} as const;

export type TextFieldProps = Typed & {
  readonly type?: keyof typeof types;
  readonly name?: string;
  readonly max?: number;
  readonly autocomplete?: string;
  readonly mono?: boolean;
  readonly autofocus?: boolean;
};

export const TextField = ({ value, onType, type = 'text', ...more }: TextFieldProps) => (
  <Field {...more}>
    {(control) => (
      <input
        {...control}
        {...types[type]}
        name={more.name}
        class={more.mono ? 'mono' : undefined}
        value={value}
        maxLength={more.max}
        required={!more.optional}
        autocomplete={more.autocomplete ?? 'off'}
        autofocus={more.autofocus}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    )}
  </Field>
);

export type TextAreaProps = Typed & {
  readonly rows?: number;
  readonly max?: number;
  readonly mono?: boolean;
  readonly onPaste?: (text: string) => void;
};

export const TextArea = ({ value, onType, rows = 4, max, mono, ...more }: TextAreaProps) => (
  <Field {...more}>
    {(control) => (
      <textarea
        {...control}
        class={mono ? 'mono' : undefined}
        rows={rows}
        maxLength={max}
        required={!more.optional}
        spellcheck={!mono}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    )}
  </Field>
);
