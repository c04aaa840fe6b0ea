import type { Page } from 'playwright-core';

/**
 * Put into a page before its own script: notes whatever leaves the page's memory or becomes part of its document, in words.
 * Every way out that a browser has for a script, and every change of an attribute or a text.
 */
export function watchWaysOut(): void {
  const notes: string[] = [];
  Object.assign(globalThis, { notes });
  const inWords = (value: unknown): string => {
    if (value instanceof Node) return value instanceof Element ? value.outerHTML : (value.textContent ?? '');
    if (typeof value === 'string') return value;
    return value === undefined ? '' : JSON.stringify(value);
  };
  const note = (way: string, values: readonly unknown[]) => notes.push(`${way} ${values.map(inWords).join(' ')}`);
  const prototypeOf = (name: string): unknown => {
    const found: unknown = Reflect.get(globalThis, name);
    return typeof found === 'function' ? Reflect.get(found, 'prototype') : undefined;
  };
  const watchMethod = (owner: unknown, name: string) => {
    if (!(owner instanceof Object)) return;
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== 'function') return;
    const watched = function (this: unknown, ...values: unknown[]): unknown {
      note(name, values);
      return Reflect.apply(original, this, values);
    };
    Reflect.set(owner, name, watched);
  };
  const watchMaker = (name: string) => {
    const original: unknown = Reflect.get(globalThis, name);
    if (typeof original !== 'function') return;
    const construct = (target: typeof original, values: unknown[]): object => {
      note(name, values);
      const made: unknown = Reflect.construct(target, values);
      return made instanceof Object ? made : {};
    };
    Reflect.set(globalThis, name, new Proxy(original, { construct }));
  };
  const watchSetter = (owner: unknown, name: string) => {
    if (!(owner instanceof Object)) return;
    const found = Reflect.getOwnPropertyDescriptor(owner, name);
    const set = found?.set;
    if (!found || !set) return;
    const watched = function (this: unknown, value: unknown): void {
      note(name, [value]);
      Reflect.apply(set, this, [value]);
    };
    Reflect.defineProperty(owner, name, { ...found, set: watched });
  };

  for (const name of ['fetch', 'open', 'postMessage']) watchMethod(globalThis, name);
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table']) watchMethod(console, name);
  for (const [owner, ...names] of [
    ['XMLHttpRequest', 'open', 'send', 'setRequestHeader'],
    ['Navigator', 'sendBeacon', 'share'],
    ['Storage', 'setItem'],
    ['IDBFactory', 'open'],
    ['CacheStorage', 'open'],
    ['Cache', 'put', 'add'],
    ['History', 'pushState', 'replaceState'],
    ['Clipboard', 'writeText', 'write'],
    ['BroadcastChannel', 'postMessage'],
    ['MessagePort', 'postMessage'],
    ['HTMLFormElement', 'submit', 'requestSubmit'],
    ['HTMLAnchorElement', 'click'],
    ['URL', 'createObjectURL'],
  ] as const)
    for (const name of names) watchMethod(prototypeOf(owner), name);
  watchMethod(URL, 'createObjectURL');
  for (const name of [
    'WebSocket',
    'EventSource',
    'Worker',
    'SharedWorker',
    'BroadcastChannel',
    'RTCPeerConnection',
    'Blob',
    'Notification',
  ])
    watchMaker(name);
  watchSetter(Document.prototype, 'cookie');
  watchSetter(Document.prototype, 'title');
  for (const [owner, name] of [
    ['HTMLImageElement', 'src'],
    ['HTMLScriptElement', 'src'],
    ['HTMLLinkElement', 'href'],
    ['HTMLIFrameElement', 'src'],
    ['HTMLAnchorElement', 'href'],
  ] as const)
    watchSetter(prototypeOf(owner), name);

  const seen = (records: readonly MutationRecord[]) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      if (type === 'attributes' && target instanceof Element)
        note(`attribute ${attributeName ?? ''}`, [target.getAttribute(attributeName ?? '')]);
      else if (type === 'characterData') note('text', [target.textContent]);
      else note('element', [...addedNodes]);
    }
  };
  new MutationObserver(seen).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value);

/** What the page itself wrote while it was built is not of interest. */
export const forgetNotes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const found: unknown = Reflect.get(globalThis, 'notes');
    if (Array.isArray(found)) found.length = 0;
  });

/** All that was noted so far, and what lies in the page's stores and address. */
export async function notesOf(page: Page): Promise<string[]> {
  const noted: unknown = await page.evaluate((): unknown => Reflect.get(globalThis, 'notes'));
  const kept = await page.evaluate(() => [
    ...[localStorage, sessionStorage].map((store) => JSON.stringify(store)),
    ...[document.cookie, location.href, document.title, JSON.stringify(history.state), window.name],
  ]);
  return [...(isTexts(noted) ? noted : []), ...kept.map((text) => `kept ${text}`)];
}

/** Notes that hold four digits in a row of a number, however they are written. */
export function holding(number: string, notes: readonly string[]): string[] {
  const digits = number.replace(/\D/g, '');
  const parts = Array.from({ length: digits.length - 3 }, (_, at) => digits.slice(at, at + 4));
  return notes.filter((note) => parts.some((part) => note.replace(/[\s.,_-]/g, '').includes(part)));
}
