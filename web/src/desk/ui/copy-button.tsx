import { useState } from 'preact/hooks';
import { announce } from './announce.ts';
import { Button } from './button.tsx';
import words from './text/en.json' with { type: 'json' };

/** Copies exactly this text, and says so. Where the browser does not let us, it says what to do. */
export function CopyButton({ text, label = words.copy }: { readonly text: string; readonly label?: string }) {
  const [said, setSaid] = useState<string>();
  const tell = (result: string) => {
    setSaid(result);
    announce(result);
    setTimeout(() => setSaid(undefined), 2500);
  };
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => tell(words.copied),
      () => tell(words['copy.failed']),
    );
  return (
    <Button small onClick={copy}>
      {said ?? label}
    </Button>
  );
}
