import { mkdirSync } from 'node:fs';
import dynalite from 'dynalite';
import { closed, listen } from './listen.ts';

/** DynamoDB of one machine, in this process. With a folder its data survives a restart, without one it lives in memory. */
export async function startEmbeddedDynamodb(
  folder?: string,
): Promise<{ endpoint: string; close: () => Promise<void> }> {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, ...(folder !== undefined && { path: folder }) });
  const port = await listen(server, 0);
  return { endpoint: `http://localhost:${port}`, close: () => closed(server) };
}
