import { openBrowser } from './browser.ts';
const b = await openBrowser(); const p = await b.newPage();
p.on('console', m => console.log(m.text())); p.on('requestfailed', r => console.log('failed', r.url(), r.failure()?.errorText)); p.on('response', r => console.log(r.status(), r.url()));
await p.goto('http://localhost:9302/es/triage'); await p.waitForTimeout(2500); console.log(p.frames().map(f=>f.url())); await b.close();
