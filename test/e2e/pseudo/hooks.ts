import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isText, pseudoJson } from './pseudo.ts';

/** Preloaded by the machine of the pseudo-locale: every text file that a door loads comes in it. */
registerHooks({
  load: (url, context, next) =>
    url.startsWith('file:') && isText(fileURLToPath(url))
      ? { format: 'json', source: pseudoJson(readFileSync(fileURLToPath(url), 'utf8')), shortCircuit: true }
      : next(url, context),
});
