import { useId } from 'preact/hooks';
import { Field } from './field.tsx';
import type { Asked } from './field.tsx';
import words from './text/en.json' with { type: 'json' };

export type Option = { readonly value: string; readonly label: string; readonly hint?: string };

type Chosen = Asked & {
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly options: readonly Option[];
};

/** A list that opens. With `none`, its first line means nothing chosen, in these words. */
export const Select = ({
  value,
  onChoose,
  options,
  none = words.choose,
  ...more
}: Chosen & { readonly none?: string }) => (
  <Field {...more}>
    {(control) => (
      <select {...control} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** Few answers, all in sight. */
export function Radios({ label, hint, error, optional, value, onChoose, options }: Chosen) {
  const id = useId();
  return (
    <fieldset class="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        {label} {optional && <small>{words.optional}</small>}
      </legend>
      {hint && <p class="hint">{hint}</p>}
      {options.map((option) => (
        <label key={option.value} class="pick">
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

type TickProps = {
  readonly label: string;
  readonly checked: boolean;
  readonly onTick: (checked: boolean) => void;
};

export const Tick = ({ label, checked, onTick }: TickProps) => (
  <label class="pick">
    <input type="checkbox" checked={checked} onChange={(event) => onTick(event.currentTarget.checked)} />
    <span>{label}</span>
  </label>
);
