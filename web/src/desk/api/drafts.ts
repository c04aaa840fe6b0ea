import { useState } from 'preact/hooks';

/**
 * What a member is typing, kept for this tab: a session that ends, a reload or a conflict loses no word. By case and form
 * (`H7K2M-9QXTC`, `note`). What may be a Social Security number is never kept, nor anything after signing out.
 */
const PREFIX = 'desk-draft:';

const looksSecret = /(?<!\p{Nd})\p{Nd}{3}\P{Nd}?\p{Nd}{2}\P{Nd}?\p{Nd}{4}(?!\p{Nd})/u;

const keyOf = (about: string, form: string): string => `${PREFIX}${about}:${form}`;

/** A browser that keeps nothing is no trouble: the page still works. */
function kept(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // As above.
  }
}

export type Draft = {
  readonly text: string;
  readonly type: (text: string) => void;
  /** After it was sent. */
  readonly forget: () => void;
  /** It was here when the page came. */
  readonly restored: boolean;
};

export function useDraft(about: string, form: string, initial = ''): Draft {
  const key = keyOf(about, form);
  const [was] = useState(() => kept(key));
  const [text, setText] = useState(was ?? initial);
  return {
    text,
    type: (typed) => {
      setText(typed);
      keep(key, typed === initial || looksSecret.test(typed) ? '' : typed);
    },
    forget: () => {
      setText(initial);
      keep(key, '');
    },
    restored: was !== undefined,
  };
}

/** A form of several fields as one draft. */
export type FormDraft = {
  readonly values: Readonly<Record<string, string>>;
  readonly set: (field: string, value: string) => void;
  readonly setAll: (values: Readonly<Record<string, string>>) => void;
  readonly forget: () => void;
  readonly restored: boolean;
};

export function useFormDraft(about: string, form: string, initial: Readonly<Record<string, string>> = {}): FormDraft {
  const key = keyOf(about, form);
  const [was] = useState(() => kept(key));
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    was === undefined ? initial : { ...initial, ...Object.fromEntries(new URLSearchParams(was)) },
  );
  const put = (next: Readonly<Record<string, string>>) => {
    setValues(next);
    const safe = Object.entries(next).filter(
      ([field, value]) => value !== (initial[field] ?? '') && !looksSecret.test(value),
    );
    keep(key, new URLSearchParams(safe).toString());
  };
  return {
    values,
    set: (field, value) => put({ ...values, [field]: value }),
    setAll: (more) => put({ ...values, ...more }),
    forget: () => {
      setValues(initial);
      keep(key, '');
    },
    restored: was !== undefined,
  };
}

/** Whoever sits here next finds nothing. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}
