import { broker } from '../../../../../broker.config.ts';
import { toolScript } from '../../../build/tool-script.ts';
import { toolNames } from '../../../tools/tools.ts';

/** The scripts of the tools, which their pages name. One that says nothing by itself is the same in each language. */
export async function getStaticPaths() {
  const scripts = await Promise.all(
    broker.languages.flatMap((locale) => toolNames.map((tool) => toolScript(tool, locale))),
  );
  const codes = new Map(scripts.map(({ file, code }) => [file, code]));
  return [...codes].map(([file, code]) => ({ params: { file }, props: { code } }));
}

export const GET = ({ props }: { props: { code: string } }) =>
  new Response(props.code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
