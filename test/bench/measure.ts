import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ensureTable } from '../../infra/local/table.ts';

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN, sorted[middle] ?? NaN];
  return (low + high) / 2;
}

/**
 * How the one compares with the other, run in turns: the median over neighbours. A machine that is slow for a while is
 * slow for both of a pair.
 */
export const pairedRatio = (these: readonly number[], those: readonly number[]): number =>
  median(these.map((value, nth) => value / (those[nth] ?? NaN)));

/** What a door reads from its environment, here pointed at the table of a benchmark. */
export type Environment = Readonly<Record<string, string>>;

/** An embedded DynamoDB in another process, in memory or in a folder. */
export async function tableServer(folder?: string): Promise<{ endpoint: string; close: () => void }> {
  const file = new URL('table-server.ts', import.meta.url);
  const server = fork(file, folder === undefined ? [] : [folder], { execPath: process.execPath });
  const endpoint = await new Promise<string>((resolve, reject) => {
    server.once('message', (said) => (typeof said === 'string' ? resolve(said) : reject(new Error('no address'))));
    server.once('exit', () => reject(new Error('the embedded DynamoDB did not start')));
  });
  return { endpoint, close: () => server.kill() };
}

/** The same with two tables of the real shape: one for the door, one for what it is measured against. */
export async function twoTables(): Promise<{ endpoint: string; door: string; bare: string; close: () => void }> {
  const { endpoint, close } = await tableServer();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const names = { door: 'door', bare: 'bare' };
  for (const name of Object.values(names)) await ensureTable(client, name);
  client.destroy();
  return { endpoint, ...names, close };
}

export const environmentOf = (endpoint: string, table: string, routerSecret: string): Environment => ({
  TABLE_NAME: table,
  SITE_URL: 'http://localhost',
  ROUTER_SECRET: routerSecret,
  DYNAMODB_ENDPOINT: endpoint,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
});

/** Does something in a folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'importer-desk-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
