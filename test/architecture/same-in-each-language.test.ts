import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { filesOf, read } from './files.ts';

/**
 * What a translation may not change: where it leads, whom it lets somebody call or write to, and the words on CBP's own screens,
 * which a reader must find there as they are.
 */
const others = broker.languages.filter((language) => language !== 'en');
const english = filesOf('web/src/content').filter((file) => /\/en\/[\w-]+\.md$/.test(file));

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([found]) => found).sort();
const linksOf = (text: string, language: string) =>
  all(text, /\]\([^)]+\)/g).map((link) => link.replace(`(/${language}/`, '(/…/'));
const contactsOf = (text: string) =>
  all(text, /\(\d{3}\) \d{3}-\d{4}|[\w.]+@[\w.]+|\bREV-\d{3}\b|\b\d{2}-\d{7}(\d{2})?\b|\b\d{6}-\d{5}\b/g);

/** In bold type or in quotation marks, of Latin letters, as English writes it: `ACH Refund Authorization`, `Funds Diverted`. */
const screenWords = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/\*\*([^*]+)\*\*|“([^”]+)”/g)]
      .map(([, bold, quoted]) => (bold ?? quoted ?? '').replace(/[.,:]$/, ''))
      .filter((words) => cbpWords.test(words)),
  ),
];
const cbpWords =
  /^(Accounts|Importer|More|Tools|Roles|User Access|Full Access|Back|Notify Parties|Bank Control Key|Get Info\/Refresh|Add ACH Info|ACH Refund Authorization|Company Name|Importer Record Number|Business Email Address|Trade Account Owner( Lookup)?|reactivation|5106 Update|Transmitted|Sent to Treasury|Treasury Issued|Funds Diverted|Check\/ACH (Returned|Reissued)|SAP ACH Rejected|Replacement Refund Instructions|ACE Portal Account Application Web Form|success)$/;

describe.each(others)('in %s', (language) => {
  it.each(english)('%s leads where the English does, and names the same numbers and addresses', (file) => {
    const [own, twin] = [read(file), read(file.replace('/en/', `/${language}/`))];
    expect(linksOf(twin, language)).toEqual(linksOf(own, 'en'));
    expect(contactsOf(twin)).toEqual(contactsOf(own));
    for (const words of screenWords(own)) expect(twin, words).toContain(words);
  });

  it('screen words are found, so that one that is lost would be missed', () => {
    const found = new Set(english.flatMap((file) => screenWords(read(file))));
    expect(found.size).toBeGreaterThan(20);
  });
});
