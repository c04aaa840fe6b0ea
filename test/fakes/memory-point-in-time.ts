import type { PointInTime, Restoring, Window } from '../../infra/local/restore/ports.ts';

/** A time machine in memory. It passes the suite that the adapter of AWS passes. */
export function memoryPointInTime(windows: Readonly<Record<string, Window | 'off'>>) {
  const restores = new Map<string, { readonly from: string; readonly at: string; asksLeft: number }>();
  const others = new Set(Object.keys(windows));
  const port: PointInTime = {
    window: (table) => Promise.resolve(windows[table] ?? 'no-table'),
    found(table) {
      const restore = restores.get(table);
      if (!restore) return Promise.resolve(others.has(table) ? 'another-table' : 'nothing');
      restore.asksLeft -= 1;
      const found: Restoring = { from: restore.from, at: restore.at, ready: restore.asksLeft < 0 };
      return Promise.resolve(found);
    },
    begin({ from, at, to }) {
      restores.set(to, { from, at, asksLeft: 3 });
      return Promise.resolve();
    },
    settle(_, tell) {
      tell('all of it');
      return Promise.resolve();
    },
  };
  return { port, restores };
}
