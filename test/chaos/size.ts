/** How much of each is done: little in `npm test`, all of it in `npm run chaos`, which sets CHAOS=full. */
const isFull = process.env['CHAOS'] === 'full';

export const sized = <T>(short: T, full: T): T => (isFull ? full : short);

/** How long a test may last, in minutes. */
export const minutes = (short: number, full: number) => ({ timeout: sized(short, full) * 60_000 });
