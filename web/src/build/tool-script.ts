import { createHash } from 'node:crypto';
import { buildSync } from 'esbuild';
import type { ToolName } from '../tools/tools.ts';

/**
 * A tool's script as one file of its own, by a name that holds its hash. Not a script of Astro's: those share pieces with
 * the forms, whose pages would then load more files and pay for tools that their readers do not open.
 */
export function toolScript(tool: ToolName): { readonly file: string; readonly code: string } {
  const { outputFiles } = buildSync({
    // From the project's root, where the site is built.
    entryPoints: [`web/src/client/tools/${tool}.ts`],
    bundle: true,
    write: false,
    minify: true,
    target: ['chrome107', 'safari15'],
    format: 'iife',
  });
  const code = outputFiles[0]?.text ?? '';
  return { file: `${tool}-${createHash('sha256').update(code).digest('hex').slice(0, 8)}`, code };
}
