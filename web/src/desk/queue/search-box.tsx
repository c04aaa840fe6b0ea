import { useEffect, useState } from 'preact/hooks';
import type { Ref } from 'preact';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { looksLikeSsn } from './filter.ts';
import words from './text/en.json' with { type: 'json' };

type SearchBoxProps = {
  readonly q: string;
  readonly onSearch: (q: string) => void;
  readonly boxRef: Ref<HTMLInputElement>;
};

/** One box for whatever a member has at hand. It asks when told to, not at each letter. */
export function SearchBox({ q, onSearch, boxRef }: SearchBoxProps) {
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  const secret = looksLikeSsn(typed);
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (!secret) onSearch(typed.trim());
      }}
    >
      <label for="q" class="hidden">
        {words['search.hint']}
      </label>
      <span class="search-box">
        <Icon name="search" />
        <input
          id="q"
          ref={boxRef}
          type="search"
          value={typed}
          placeholder={words['search.hint']}
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          aria-invalid={secret ? 'true' : undefined}
          aria-describedby={secret ? 'q-error' : undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </span>
      <Button submit>{words['search.go']}</Button>
      {secret && (
        <p class="error" id="q-error" role="alert">
          {words['search.secret']}
        </p>
      )}
    </form>
  );
}
