import type { MoveName } from '#domain/case/moves/move.ts';
import type { AuditEvent } from '#domain/desk/trail.ts';
import { fill } from '../words/fill.ts';
import words from './text/events.en.json' with { type: 'json' };

/** Every move has words here. */
const moves: Readonly<Record<`move.${MoveName}`, string>> = words;
const known: Readonly<Record<string, string>> = { ...words, ...moves };

/** Who did it: a member by the name of then, the importer and a stranger by what they are. */
export const whoWords = ({ who, name }: AuditEvent): string => (name === '' ? (known[`who.${who}`] ?? who) : name);

/** What was done, in words, with all that is on record of it: what the words do not name follows them. */
export function eventWords({ what, who, about = {} }: AuditEvent, nameOf: (email: string) => string): string {
  const said = known[`${what}.${who}`] ?? known[what] ?? what;
  const values = Object.fromEntries(
    Object.entries(about).map(([key, value]) => [key, key === 'member' ? nameOf(value) : shown(key, value)]),
  );
  const others = Object.entries(values).filter(([key]) => !said.includes(`{${key}}`));
  const text = fill(said, values);
  return others.length === 0 ? text : `${text} (${others.map(([key, value]) => `${key}: ${value}`).join(', ')})`;
}

/** A code in words, where it has some. */
const shown = (key: string, value: string): string => known[`${key}.${value}`] ?? value;
