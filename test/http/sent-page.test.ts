import { describe, expect, it } from 'vitest';
import { publicDoor } from './desk.ts';

/** A store that nobody may touch: the page after sending must not be able to tell a stranger whether a case exists. */
const untouchable = new Proxy(
  { put: () => Promise.reject(new Error('never called')) },
  {
    get() {
      throw new Error('the sent page asked the store');
    },
  },
);
const door = publicDoor(untouchable);
const sent = (reference: string) =>
  door.ask('GET', `/api/requests/sent/${reference}`, { headers: { accept: 'text/html' } });

describe('the sent page', () => {
  it('says the same for every well-formed reference, and reads nothing', async () => {
    const [one, other] = await Promise.all([sent('H7K2M-9QXTC'), sent('00000-ZZZZZ')]);
    expect([one.status, other.status]).toEqual([200, 200]);
    const [first, second] = [await one.text(), await other.text()];
    expect(first).toContain('<p class="reference">H7K2M-9QXTC</p>');
    const neutral = (page: string) =>
      page
        .replace(/<p class="reference">.*?<\/p>/, '')
        .replaceAll(/\/sent\/\w{5}-\w{5}/g, '')
        .replace(/(over the phone:)[^.]*\./, '$1');
    expect(neutral(second)).toBe(neutral(first));
  });

  it('spells the reference for the telephone', async () => {
    expect(await (await sent('H7K2M-9QXTC')).text()).toContain(
      'Hotel 7 Kilo 2 Mike dash 9 Quebec X-ray Tango Charlie.',
    );
  });

  it.each(['h7k2m-9qxtc', 'h7k2m9qxtc', 'H7K2M%209QXTC', 'H7K2M--9QXTC'])('takes %s for H7K2M-9QXTC', async (typed) => {
    const page = await sent(typed);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<p class="reference">H7K2M-9QXTC</p>');
  });

  it('takes O for 0, and I and L for 1', async () => {
    expect(await (await sent('oOiIl-L0189')).text()).toContain('<p class="reference">00111-10189</p>');
  });

  it.each([
    'H7K2M-9QXT',
    'H7K2M-9QXTCC',
    'H7K2M-9QXTU',
    'H7K2M_9QXTC',
    '%3Cscript%3E',
    'H7K2M-9QXT%00',
    '%E0%A4%A',
    '%ff%ff%ff%ff%ff%ff%ff%ff%ff%ff',
    'x'.repeat(2000),
    '..%2f..%2fetc',
  ])('knows nothing of %s', async (typed) => {
    const page = await sent(typed);
    expect(page.status).toBe(404);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).not.toMatch(/script>|etc/);
  });

  it('runs no script and is kept by nobody', async () => {
    const { headers } = await sent('H7K2M-9QXTC');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')?.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]),
    );
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|script-src/);
  });
});
