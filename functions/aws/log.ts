import type { Log } from '#casework/ports.ts';

/** One line of JSON an event, as the platform's own log format wants it. */
export const log: Log = (event, details = {}) => {
  process.stdout.write(`${JSON.stringify({ level: 'INFO', time: new Date().toISOString(), event, ...details })}\n`);
};
