import type { TrailFinding } from '#domain/desk/audit.ts';
import { call } from '../api/call.ts';
import type { Called } from '../api/call.ts';

export type MonthCheck = { readonly entries: number; readonly findings: readonly TrailFinding[] };

/** The days of a month (`2026-11`) until today. */
export function daysOf(month: string, today: string): string[] {
  const [year = 0, nth = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, nth, 0)).getUTCDate();
  return Array.from({ length: last }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`).filter(
    (day) => day <= today,
  );
}

/** A day a call, so that none takes long; the first that fails ends it. */
export async function checkMonth(days: readonly string[], onDay: (done: number) => void): Promise<Called<MonthCheck>> {
  const findings: TrailFinding[] = [];
  let entries = 0;
  for (const [done, day] of days.entries()) {
    const called = await call('audit-check', { query: { day } });
    if ('problem' in called) return called;
    findings.push(...called.ok.findings);
    entries += called.ok.entries;
    onDay(done + 1);
  }
  return { ok: { entries, findings } };
}
