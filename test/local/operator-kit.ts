import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'importer-desk-operator-'));

export type Ended = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly said: string;
  readonly trouble: string;
};

/** An operator's command as a person runs it, and how it may be stopped. */
export function command(script: string, args: readonly string[], environment: Readonly<Record<string, string>>) {
  const { TABLE_NAME: _, DYNAMODB_ENDPOINT: __, DATA_DIR: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, [script, ...args], { cwd: root, env: { ...inherited, ...environment } });
  let [said, trouble] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (trouble += part));
  let running = true;
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      running = false;
      resolve({ code, signal, said, trouble });
    });
  });
  return {
    ended,
    /** Sends the signal as soon as it is time; gives how the command ended. */
    async stopWhen(isTime: () => boolean, signal: 'SIGKILL' | 'SIGINT'): Promise<Ended> {
      while (running && !isTime()) await pause(10);
      child.kill(signal);
      return ended;
    },
  };
}
