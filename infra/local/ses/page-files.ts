import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Answer } from './http.ts';

const folder = new URL('page/', import.meta.url);

/** The page itself runs only its own script and shows mail only in frames. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const file = async (name: string): Promise<string> => readFile(new URL(name, folder), 'utf8');

/** Bundled when the first page asks for it: an inbox that only tests look at pays nothing. */
const bundle = async (): Promise<string> => {
  const entry = fileURLToPath(new URL('inbox.ts', folder));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('\n');
};

let script: Promise<string> | undefined;

export const answerPage = async (path: string): Promise<Answer | undefined> => {
  switch (path) {
    case '/':
      return {
        status: 200,
        type: 'text/html; charset=utf-8',
        body: await file('inbox.html'),
        headers: { 'content-security-policy': pagePolicy },
      };
    case '/inbox.css':
      return { status: 200, type: 'text/css; charset=utf-8', body: await file('inbox.css') };
    case '/inbox.js':
      script ??= bundle();
      return { status: 200, type: 'text/javascript; charset=utf-8', body: await script };
    default:
      return undefined;
  }
};
