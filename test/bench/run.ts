import { statSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../../infra/local/build-site.ts';
import { ensureBrowser } from '../browser.ts';
import { cardBytes, coldRatio, doorBytes, embedBytes, lighthouseScore, pageBudget, warmRatio } from './budgets.ts';
import { bundle, bytesOf } from './bundle.ts';
import { coldRatiosOf } from './cold.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { toolNames } from '../../web/src/tools/tools.ts';
import { lighthouseScores } from './lighthouse.ts';
import { pageBytesOf, weight } from './page-bytes.ts';
import { warmRatioOf } from './warm.ts';

/** `npm run bench`: measures, prints one table, and fails beyond a budget. Ratios are of one run, never absolute times. */
type Row = { readonly what: string; readonly measured: number; readonly budget: string; readonly kept: boolean };

const atMost = (what: string, measured: number, most: number): Row => ({
  what,
  measured,
  budget: `at most ${String(most)}`,
  kept: measured <= most,
});
const atLeast = (what: string, measured: number, least: number): Row => ({
  what,
  measured,
  budget: `at least ${String(least)}`,
  kept: measured >= least,
});
const rounded = (ratio: number) => Math.round(ratio * 1000) / 1000;

/** Four times the twenty of the plan: the middle of eighty pairs is within 0.02, that of forty within 0.04. */
const SPAWNS = 80;
const BATCHES = 100;

function bytes(): Row[] {
  const dist = buildSite();
  const others = [
    atMost('/embed.js, brotli bytes', weight(join(dist, 'embed.js')), embedBytes),
    atMost('/en/card.png, bytes', statSync(join(dist, 'en/card.png')).size, cardBytes),
  ];
  const pages = pageBytesOf(dist).flatMap(({ page, opened, later }) => [
    atMost(`${page} when opened, brotli bytes`, opened, pageBudget(page).opened),
    ...(later > 0 ? [atMost(`${page} script that follows, brotli bytes`, later, pageBudget(page).later)] : []),
  ]);
  return [...pages, ...others];
}

async function doors(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [door, budget] of Object.entries(doorBytes)) {
    const { all, besideSdk } = bytesOf(await bundle(door));
    rows.push(atMost(`${door} bundled, bytes`, all, budget.all));
    rows.push(atMost(`${door} bundled, bytes beside the SDK`, besideSdk, budget.besideSdk));
  }
  return rows;
}

async function speed(): Promise<Row[]> {
  const cold = await coldRatiosOf(SPAWNS);
  return [
    atMost('cold intake / bare function, import and first request', rounded(cold.work), coldRatio),
    atLeast('warm intake / bare puts, throughput', rounded(await warmRatioOf(BATCHES)), warmRatio),
  ];
}

const pages = [
  ...['/en/', '/en/help/', '/en/help/question/code/', '/en/help/answer/name-on-file/', '/en/help/apply/'],
  ...requestTypeNames.map((type) => `/en/ask/${type}/`),
  ...['/en/case/', '/en/privacy/', '/en/tools/'],
  ...toolNames.map((name) => `/en/tools/${name}/`),
  ...['es', 'zh-Hans'].flatMap((language) => [
    `/${language}/`,
    `/${language}/help/apply/`,
    `/${language}/ask/email-update/`,
  ]),
];
const looks = async (): Promise<Row[]> =>
  (await lighthouseScores(pages)).map(({ page, category, score }) =>
    atLeast(`${page} Lighthouse mobile, ${category}`, score, lighthouseScore(page, category)),
  );

ensureBrowser();
// One after another: what is measured must not be disturbed by what else is measured.
const rows = [...bytes(), ...(await doors()), ...(await speed()), ...(await looks())];

const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, measured, budget, kept } of rows) {
  console.log(`${kept ? 'kept  ' : 'BEYOND'}  ${what.padEnd(width)}  ${String(measured).padStart(7)}  ${budget}`);
}
const beyond = rows.filter(({ kept }) => !kept).length;
console.log(`\n${String(rows.length - beyond)} kept, ${String(beyond)} beyond their budget`);
process.exit(beyond === 0 ? 0 : 1);
