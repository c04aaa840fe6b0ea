/** Moving through the rows by keys: the focus is where the reader is, so that Enter opens and a screen reader follows. */
const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];

/** The case the reader is at: by focus, or where they were last. */
let last: string | undefined;

const digestOf = (link: Element | null | undefined): string | undefined =>
  link?.closest<HTMLElement>('[data-digest]')?.dataset['digest'];

export function whereAmI(): string | undefined {
  const focused = digestOf(document.activeElement);
  if (focused !== undefined) last = focused;
  return focused ?? (links().some((link) => digestOf(link) === last) ? last : undefined);
}

export function walk(step: 1 | -1): void {
  const rows = links();
  const here = whereAmI();
  const at = rows.findIndex((link) => digestOf(link) === here);
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  last = digestOf(next);
  next?.focus();
  next?.closest('li')?.scrollIntoView({ block: 'nearest' });
}

/**
 * The place before a renewal, to be put back after it: a row that moved keeps its focus by its key; when it went away, its
 * neighbour gets it.
 */
export function rememberPlace(): () => void {
  const digest = digestOf(document.activeElement);
  const rows = links();
  const at = rows.findIndex((link) => digestOf(link) === digest);
  return () => {
    if (digest === undefined || digestOf(document.activeElement) !== undefined) return;
    if (document.activeElement !== document.body) return;
    const now = links();
    (now.find((link) => digestOf(link) === digest) ?? now[Math.min(at, now.length - 1)])?.focus({
      preventScroll: true,
    });
  };
}
