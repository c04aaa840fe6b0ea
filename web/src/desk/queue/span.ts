import words from './text/span.en.json' with { type: 'json' };
import { counted } from '../words/fill.ts';

const MINUTE = 60_000;

/** A length of time in its one fitting unit: `20 minutes`, `3 hours`, `2 days`. */
export function spanWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE));
  if (minutes < 60) return counted(minutes, words.minute, words.minutes);
  const hours = Math.round(minutes / 60);
  if (hours < 36) return counted(hours, words.hour, words.hours);
  return counted(Math.round(hours / 24), words.day, words.days);
}
