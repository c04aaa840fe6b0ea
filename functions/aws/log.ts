import { channel } from 'node:diagnostics_channel';
import type { Log } from '#casework/ports.ts';

/** Whoever runs the doors may listen to their lines: one machine does, to have a log that can be asked. In Lambda nobody does. */
const lines = channel('importer-desk:log');

/** One line of JSON an event, as the platform's own log format wants it. */
export const log: Log = (event, details = {}) => {
  const line = JSON.stringify({ level: 'INFO', time: new Date().toISOString(), event, ...details });
  lines.publish(line);
  process.stdout.write(`${line}\n`);
};
