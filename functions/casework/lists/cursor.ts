import { cursorSchema } from '#domain/desk/queue.ts';
import type { Cursor, Place } from '#domain/desk/queue.ts';
import type { CaseList } from './ports.ts';

/** What a list is called in a cursor, so that a place in one is never taken for a place in another. */
export const nameOf = (list: CaseList): string =>
  [list.by, list.of, ...(list.by === 'company' ? [list.begins] : [])].join(' ');

/** Opaque to those who hand it back: base64url of JSON. */
export const cursorText = (list: CaseList, after: Place): string =>
  Buffer.from(JSON.stringify({ list: nameOf(list), after } satisfies Cursor)).toString('base64url');

/** The place that a cursor says, in this very list; `refused` for anything that is not one of ours, or of another list. */
export function placeIn(list: CaseList, text: string): Place | 'refused' {
  const said = cursorSchema.safeParse(parsed(Buffer.from(text, 'base64url').toString('utf8')));
  if (!said.success || said.data.list !== nameOf(list)) return 'refused';
  const { after } = said.data;
  // DynamoDB refuses to begin outside of what is asked for.
  return list.by === 'company' && !after.order.startsWith(list.begins) ? 'refused' : after;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
