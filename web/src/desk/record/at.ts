import { fullWords } from '../ui/clock.ts';

/** A time as a record needs it: the day, the time and the zone, never "yesterday". */
export const at = (time: string): string => fullWords(Date.parse(time));
