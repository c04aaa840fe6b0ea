/**
 * Runs in a page of the broker's own website, which is another origin: puts a page of ours in its own place, in a frame as
 * high as what it shows. The plain link before it goes when that page has answered; where it may not or cannot be shown, the
 * link stays and the frame takes no room.
 */

/** What a frame is called, by language, the broker's first language first: written in by the build. */
declare const TITLES: Readonly<Record<string, string>>;

/** No page of ours is so high; a message cannot make the page around it endless. */
const MOST_HEIGHT = 20_000;

/** A tool that puts off scripts runs us late, when no script is the current one. */
const ours = 'script[src*="/embed.js"]';
const { currentScript } = document;
const tag = currentScript?.matches(ours) ? currentScript : document.querySelector(ours);
if (tag instanceof HTMLScriptElement) embed(tag);

function embed(script: HTMLScriptElement): void {
  const { show = '', lang = '' } = script.dataset;
  const { origin } = new URL(script.src);
  const language = lang in TITLES ? lang : (Object.keys(TITLES)[0] ?? '');
  const path = /^(ask|help)(\/[a-z-]+)*$/.test(show) ? `${show}/` : '';
  const frame = document.createElement('iframe');
  frame.title = TITLES[language] ?? '';
  frame.loading = 'lazy';
  // Attributes, and styles set one by one: a policy of that page against inline styles takes neither for one.
  frame.width = '100%';
  frame.height = '1';
  frame.style.border = '0';
  frame.style.display = 'block';
  frame.src = `${origin}/embed/${language}/${path}`;

  let shown = false;
  frame.onload = () => {
    frame.contentWindow?.postMessage('height', origin);
    // Another page in the frame: its reader begins at its top.
    if (shown && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  };
  const link = script.previousElementSibling;
  addEventListener('message', ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || from !== origin || typeof data !== 'number' || !(data > 0)) return;
    frame.height = String(Math.min(data, MOST_HEIGHT));
    if (!shown && link instanceof HTMLAnchorElement && link.origin === origin) link.remove();
    shown = true;
  });
  script.replaceWith(frame);
}
