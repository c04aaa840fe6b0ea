import { broker } from '../../../../broker.config.ts';
import { paletteCss } from '../../brand/palette.ts';
import css from '../../styles/door.css?inline';

/** The stylesheet of the pages that doors render, at a fixed address: the same sources as the site's own. */
export const GET = () =>
  new Response(paletteCss(broker.colours) + css, { headers: { 'content-type': 'text/css; charset=utf-8' } });
