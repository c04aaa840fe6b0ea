/**
 * The count of what was read, and of what helped (docs/decisions/0065): a line of a log for each page of help that is opened,
 * with the page's name and nothing else. No address, no time zone, no browser, nothing that tells two readers apart.
 */

/**
 * Start page, help and forms, in a frame too, by a language's tag and names of small letters alone: no number and no mail
 * address fits in.
 */
const page =
  '^[/](embed[/])?[a-z]{2}(-[A-Z][a-z]{3})?[/](help[/]([a-z-]{1,40}[/]){0,2}|ask[/]([a-z-]{1,40}[/]){1,2})?$';
/** Below which text somebody said yes or no. */
const of = '^[a-z-]{1,40}$';

/** Runs in CloudFront's function, for each request to a file; what doors answer never comes by there. */
export const countOfPages = `
  if (event.request.method === "GET" && new RegExp("${page}").test(event.request.uri)) {
    const of = event.request.querystring.of;
    const text = of && new RegExp("${of}").test(of.value) ? of.value : "";
    console.log(JSON.stringify({ event: "page-opened", page: event.request.uri, of: text }));
  }`;

/** The same on one machine: what to log for a request, if anything. */
export function pageOpened(method: string, url: string): { page: string; of: string } | undefined {
  const [path = '', query] = url.split('?');
  if (method !== 'GET' || !new RegExp(page).test(path)) return undefined;
  const said = new URLSearchParams(query).get('of') ?? '';
  return { page: path, of: new RegExp(of).test(said) ? said : '' };
}
