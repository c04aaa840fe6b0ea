import { broker } from '../../../broker.config.ts';
import { darkPalette, lightPalette } from '../brand/palette.ts';

/** The little picture in the browser's tab, in the broker's colour. */
export function GET(): Response {
  const [light, dark] = [lightPalette(broker.colours), darkPalette(broker.colours)];
  const style = `rect{fill:${light.accent}}path{stroke:${light['on-accent']}}@media(prefers-color-scheme:dark){rect{fill:${dark.accent}}path{stroke:${dark['on-accent']}}}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><style>${style}</style><rect width="40" height="40" rx="10"/><path d="M9 28.5h22M9 20h15M9 11.5h8" stroke-width="4.5" stroke-linecap="round"/></svg>\n`;
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
}
