import { HEAD } from './heads.ts';
import type { Head } from './heads.ts';

/** The heads in lines of a log: ours as they are, or with something before them, as the platform's tools print them. */
export const headsIn = (lines: string): Head[] => lines.split('\n').flatMap((line) => headIn(line) ?? []);

function headIn(line: string): Head | undefined {
  const begins = line.indexOf('{');
  if (begins < 0 || !line.includes(HEAD)) return undefined;
  const said = parsed(line.slice(begins, line.lastIndexOf('}') + 1));
  if (said['event'] !== HEAD) return undefined;
  const { hour, chain, reference, n, hash } = said;
  if (typeof hour !== 'string' || typeof chain !== 'string' || typeof n !== 'number' || typeof hash !== 'string')
    return undefined;
  return { hour, chain, n, hash, ...(typeof reference === 'string' && { reference }) };
}

function parsed(text: string): Partial<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
