import type { AuditPage } from '#domain/desk/members.ts';
import { fill } from '../words/fill.ts';
import words from './text/audit.en.json' with { type: 'json' };

type Event = AuditPage['events'][number];

const known: Readonly<Record<string, string>> = words;

/** What a member did, in words, with all that is on record of it: what the words do not name follows them. */
export function auditWords({ what, about = {} }: Event, nameOf: (email: string) => string): string {
  const said = known[what] ?? what;
  const values = Object.fromEntries(
    Object.entries(about).map(([key, value]) => [key, key === 'member' ? nameOf(value) : shown(key, value)]),
  );
  const others = Object.entries(values).filter(([key]) => !said.includes(`{${key}}`));
  const text = fill(said, values);
  return others.length === 0 ? text : `${text} (${others.map(([key, value]) => `${key}: ${value}`).join(', ')})`;
}

/** A code in words, where it has some. */
const shown = (key: string, value: string): string => known[`${key}.${value}`] ?? value;
