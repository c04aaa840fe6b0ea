import { toolScript } from '../../../build/tool-script.ts';
import { toolNames } from '../../../tools/tools.ts';

/** The script of each tool, which its page names. */
export const getStaticPaths = () =>
  toolNames.map(toolScript).map(({ file, code }) => ({ params: { file }, props: { code } }));

export const GET = ({ props }: { props: { code: string } }) =>
  new Response(props.code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
