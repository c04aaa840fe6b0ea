import { stripTypeScriptTypes } from 'node:module';
import source from '../../client/case-page.ts?raw';

/** The script of the pages that the importer's door renders, at a fixed address: its types taken off, and what only we read. */
const script = stripTypeScriptTypes(source)
  .replace(/^\s*(\/?\*|\/\/).*\n/gm, '')
  .replace(/^\s+/gm, '')
  .replace(/ {2,}/g, ' ');

export const GET = () => new Response(script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
