import { createServer } from 'node:http';
import { closed, listen, PortTaken } from '../listen.ts';
import { otherPage } from './page.ts';

export type OtherWebsite = { readonly origin: string; readonly close: () => Promise<void> };

/**
 * A website of another origin that shows ours in a frame, to see on one machine what a broker's own will. Nothing when its
 * port is taken: nobody needs it to work. By its number and not as `localhost`, so that to browsers it is another site as well.
 */
export async function startOtherWebsite(port: number, siteOf: () => string): Promise<OtherWebsite | undefined> {
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const page = otherPage(path, siteOf());
    response.writeHead(page ? 200 : 404, page?.headers ?? { 'content-type': 'text/plain' });
    response.end(page?.body ?? 'Not found\n');
  });
  try {
    const at = await listen(server, port);
    return { origin: `http://127.0.0.1:${at}`, close: () => closed(server) };
  } catch (error) {
    if (error instanceof PortTaken) return undefined;
    throw error;
  }
}
