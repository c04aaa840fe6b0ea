import { transformSync } from 'esbuild';
import source from '../../client/embed/framed.ts?raw';

/** The script of every page that stands in a frame, at a fixed address: doors name it, too. */
const { code } = transformSync(source, {
  loader: 'ts',
  minify: true,
  target: ['chrome107', 'safari15'],
  format: 'iife',
});

export const GET = () => new Response(code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
