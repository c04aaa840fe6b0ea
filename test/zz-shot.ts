import { openBrowser } from './browser.ts';
const b = await openBrowser();
const jobs = process.argv.slice(2);
for (const job of jobs) {
  const [name = '', url = '', size = 'phone', scheme = 'light', full = 'full'] = job.split('|');
  const c = await b.newContext({
    baseURL: 'http://localhost:9300',
    viewport:
      size === 'phone'
        ? { width: 390, height: 844 }
        : size === 'zoom'
          ? { width: 640, height: 450 }
          : { width: 1280, height: 900 },
    colorScheme: scheme as 'light',
    deviceScaleFactor: size === 'zoom' ? 2 : 1,
    javaScriptEnabled: full !== 'nojs',
  });
  const p = await c.newPage();
  await p.goto(url);
  await p.waitForTimeout(2500);
  await p.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: full !== 'view' });
  await c.close();
}
await b.close();
