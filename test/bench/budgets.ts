/** What the house may cost. A number here is a promise: it is raised in a commit that says why. */

/**
 * A page with all CSS and JS that it loads when it is opened, brotli, in bytes. Triage and guides (`page`) have 8,000 without
 * their drawings by the plan; they are weighed with them: the longest guide has 5,800, a question 2,500.
 */
const pageBytes = { page: 8_000, form: 10_000, tool: 10_000 };

/**
 * A page of the desk, which its readers keep open all day. Measured 2026-11 with a tenth of air: Preact, the frame and the calls
 * to the door are 9,400 of each; sign-in has 19,000, insights 17,500, members 20,000, the queue 23,500. The case (48,500, and
 * 12,700 later) reads and compares CBP's formats in the browser, so that a pasted answer never leaves it; 5,000 of it are the
 * gate: earlier contacts, the second look, the freeze, each with its form and why somebody may not. What comes later are two
 * scripts: those tools (10,200), and who saw the case (2,500), for who unfolds it. Three more requests brought the words of
 * their ends (3,500 of 53,500), and the tools read six numbers (13,700). A preview shows what the importer will read, in the
 * importer's language: that is 9,000 for two languages more (62,600).
 *
 */
const deskBytes = { page: 26_000, case: 66_000, later: 14_500 };

/**
 * The script that a form page loads when its reader begins: the checks that page and door share, the check step, the sending.
 * Of 9,200, what finds a secret that should not be sent are 3,500: the words for one in several languages most of all. They
 * come while the first answer is being typed, and spare the reader to hear of it from the door. Several numbers in one form,
 * folded, and the rules of three more requests took 280 more (10,000).
 */
const laterBytes = 10_300;

/** What a page may have, by its address: when it is opened, and in scripts that follow. */
export function pageBudget(page: string): { readonly opened: number; readonly later: number } {
  if (/^\/desk\/(case|record)\//.test(page)) return { opened: deskBytes.case, later: deskBytes.later };
  if (page.startsWith('/desk/')) return { opened: deskBytes.page, later: deskBytes.later };
  if (page.includes('/tools/')) return { opened: pageBytes.tool, later: 0 };
  return page.includes('/ask/') ? { opened: pageBytes.form, later: laterBytes } : { opened: pageBytes.page, later: 0 };
}

/** The script that other websites load to show ours in a frame, brotli: they must not feel it. */
export const embedBytes = 1_500;

/** The card of a link, PNG: who sends the link waits for it. Measured 31,000. */
export const cardBytes = 40_000;

/**
 * A door's bundle as it is deployed, minified, in bytes, and what is left of it without the AWS SDK, which we cannot make
 * smaller. Measured 2026-11 (433,000 and 83,000, of which 8,000 find secrets, as in importer and desk; 665,000 and 281,000; 497,000 and 140,000; 1,192,000 and 828,000), with a
 * tenth of air. Of what pay-owed has beside the SDK, a third writes MIME and another third is the
 * list of disposable mail domains, which no request waits for. The desk carries passkeys and OpenID Connect, which run
 * only when somebody signs in, and the world's telephone numbers; its readers open it once a day.
 */
export const doorBytes = {
  // Three more requests: their questions and words are 14,000. Two languages more: 60,000 of 172,000, Chinese at three bytes a
  // sign (docs/decisions/0067). No outcome is among them.
  'functions/intake.ts': { all: 555_000, besideSdk: 188_000 },
  // The words of their ends are in each door that writes or shows them, in three languages: 90,000 here (628,000).
  'functions/pay-owed.ts': { all: 1_060_000, besideSdk: 690_000 },
  // 450,000 and 73,000: DynamoDB's client and that of the logs.
  'functions/watch.ts': { all: 495_000, besideSdk: 92_000 },
  // The audit trail, and the page's part about its reader's own data, took the air of the first measure: 167,000 beside the SDK.
  // All that it says is said in three languages: 349,000.
  'functions/importer.ts': { all: 770_000, besideSdk: 383_000 },
  // Measured 34,000: the schema library, the broker's configuration, and what signs.
  'functions/alarm-webhook.ts': { all: 38_000, besideSdk: 37_000 },
  'functions/desk.ts': { all: 1_520_000, besideSdk: 1_150_000 },
  // Reads a case, notes what its letter's mail met, and no more: 428,000 and 72,000.
  'functions/mail-feedback.ts': { all: 470_000, besideSdk: 94_000 },
};

/**
 * Lighthouse, mobile, in each of its categories. It reads robots.txt under the policy of the page it looks at, and the page
 * that takes a routing number may connect to nobody: there alone it misses one of its eleven points on being found.
 */
export const lighthouseScore = (page: string, category: string): number =>
  page.includes('/tools/routing-number/') && category === 'seo' ? 91 : 100;

/**
 * A cold intake, as a multiple of a bare function that puts the identical item: at most. Eight runs of forty pairs had 1.13 to
 * 1.20 and 1.16 in the middle, and the same on the day before there were three languages: opening the browser's choice of
 * them without the tables of all languages (3 ms) paid for their texts. Of it the finder of secrets is 0.02.
 */
export const coldRatio = 1.2;

/**
 * A warm intake's throughput, as a part of that of bare puts of the identical items: at least. 0.85 until every text was
 * searched for what nobody may keep: 20 microseconds of a request, most of them for numbers that could be one.
 */
export const warmRatio = 0.8;
