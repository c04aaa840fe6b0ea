import { useEffect, useRef, useState } from 'preact/hooks';
import type { AuditEvent } from '#domain/desk/trail.ts';
import type { Called } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';

export type EventsPart = { readonly events: readonly AuditEvent[]; readonly cursor?: string | undefined };

/** A list that comes in parts: asked anew when what it is of changes, with more on demand. */
export function useEvents(of: string, ask: (cursor?: string) => Promise<Called<EventsPart>>) {
  const [page, setPage] = useState<EventsPart>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const asked = useRef(0);
  const load = async (after?: EventsPart) => {
    const mine = (asked.current += 1);
    setBusy(true);
    setProblem(undefined);
    const called = await ask(after?.cursor);
    // Meanwhile another list was asked for.
    if (mine !== asked.current) return;
    setBusy(false);
    if ('problem' in called) setProblem(called.problem);
    else setPage({ ...called.ok, events: [...(after?.events ?? []), ...called.ok.events] });
  };
  useEffect(() => {
    setPage(undefined);
    void load();
  }, [of]);
  return { page, problem, busy, more: () => void load(page) };
}
