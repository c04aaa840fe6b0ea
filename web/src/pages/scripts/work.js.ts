import { buildSync } from 'esbuild';

/** The worker of form pages, at a fixed address; a page asks for it only where the broker wants a proof of work. */
const { outputFiles } = buildSync({
  // From the project's root, where the site is built.
  entryPoints: ['web/src/worker/work.ts'],
  bundle: true,
  write: false,
  minify: true,
  target: ['chrome107', 'safari15'],
  format: 'iife',
});

export const GET = () =>
  new Response(outputFiles[0]?.text, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
