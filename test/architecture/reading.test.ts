import { describe, expect, it } from 'vitest';
import { pathOf } from '../../web/src/help/places.ts';
import { questionsAsked } from '../../web/src/help/faq.ts';
import { topics } from '../../web/src/help/topics.ts';
import { resultIds } from '../../web/src/triage/walk.ts';
import { triageWords } from '../../web/src/triage/words.ts';
import { htmlOf, mainOf, plain } from './built-pages.ts';
import { gradeOf, read, sentencesOf, syllablesOf, withoutNames, wordsOf } from './reading-grade.ts';

/** The plan's measure, and how long a sentence may be. */
const MOST_GRADE = 8;
const MOST_WORDS = 20;

/** What stands on a page to be read: paragraphs and lines of lists, up to the question whether it helped. No headings: they are short. */
function paragraphsOf(path: string): string[] {
  const [text = ''] = mainOf(htmlOf(`/en/${path}`)).split('<div class="helped"');
  const shown = text.replace(/<(nav|svg|table)\b[^]*?<\/\1>/g, '').replace(/<p class="(crumbs|onward)[^]*?<\/p>/g, '');
  return [...shown.matchAll(/<(p|li)(?: [^>]*)?>([^]*?)<\/\1>/g)].map(([, , inner = '']) => plain(inner));
}

const texts = [
  ...topics.map((guide) => ({ name: pathOf({ guide }), paragraphs: paragraphsOf(pathOf({ guide })) })),
  ...resultIds.map((result) => ({ name: pathOf({ result }), paragraphs: paragraphsOf(pathOf({ result })) })),
  { name: 'the questions', paragraphs: Object.values(triageWords('en')) },
  { name: 'the short answers', paragraphs: questionsAsked('en').flatMap(({ question, answer }) => [question, answer]) },
];
const measured = texts.map(({ name, paragraphs }) => {
  const raw = read(paragraphs);
  return { name, paragraphs, words: raw.words, raw: gradeOf(raw), grade: gradeOf(read(paragraphs.map(withoutNames))) };
});

describe('reading grade (Flesch-Kincaid)', () => {
  const round = (grade: number) => Math.round(grade * 10) / 10;
  console.table(
    Object.fromEntries(
      measured.map(({ name, words, raw, grade }) => [name, { words, grade: round(grade), raw: round(raw) }]),
    ),
  );

  it.each(measured)('$name is read at grade 8 or below, even with names and CBP’s own words counted', (text) => {
    expect(text.words).toBeGreaterThan(40);
    expect(text.grade).toBeLessThanOrEqual(MOST_GRADE);
    expect(text.raw).toBeLessThanOrEqual(MOST_GRADE);
  });

  it.each(texts)('$name has no long sentence', ({ paragraphs }) => {
    const long = sentencesOf(paragraphs.map(withoutNames)).filter((sentence) => wordsOf(sentence).length >= MOST_WORDS);
    expect(long).toEqual([]);
  });
});

describe('the measure itself', () => {
  it.each(
    Object.entries({
      ...{
        the: 1,
        code: 1,
        goes: 1,
        names: 1,
        boxes: 2,
        changed: 1,
        wanted: 2,
        lives: 1,
        rules: 1,
        tables: 2,
        people: 2,
      },
      ...{
        email: 2,
        address: 2,
        company: 3,
        number: 2,
        record: 2,
        importer: 3,
        refund: 2,
        broker: 2,
        account: 2,
        owner: 2,
      },
      ...{ electronically: 6, application: 4, authorization: 5, information: 4, business: 2, minutes: 2, every: 2 },
      ...{
        payer: 2,
        lawyer: 2,
        employer: 3,
        being: 2,
        seeing: 2,
        special: 2,
        material: 4,
        radio: 3,
        science: 2,
        quiet: 2,
      },
      ...{ statement: 2, careful: 2, yourself: 2, little: 2, possible: 3, question: 2, million: 2, create: 2, area: 3 },
    }),
  )('%s has %i', (word, syllables) => {
    expect(syllablesOf(word)).toBe(syllables);
  });

  it('counts sentences, lines of lists and words', () => {
    expect(sentencesOf(['One. Two! Three? Four: five.', 'a line'])).toEqual([
      'One.',
      'Two!',
      'Three?',
      'Four: five.',
      'a line',
    ]);
    expect(sentencesOf(['It said “stop.” Then it stopped.'])).toHaveLength(2);
    expect(wordsOf('Mail it – now, 5 times')).toEqual(['Mail', 'it', 'now,', 'times']);
  });

  it('tells the easy from the hard', () => {
    const easy = read(['The cat sat on the mat. It was red.']);
    const hard = read([
      'Notwithstanding the aforementioned considerations, electronic authorization necessitates verification.',
    ]);
    expect(gradeOf(easy)).toBeLessThan(2);
    expect(gradeOf(hard)).toBeGreaterThan(15);
    expect(gradeOf({ sentences: 1, words: 10, syllables: 15 })).toBeCloseTo(0.39 * 10 + 11.8 * 1.5 - 15.59);
  });

  it('takes names, addresses and CBP’s own words for one plain word each', () => {
    expect(withoutNames('Press Get Info/Refresh in ACE, REV-603.')).toBe('Press paper in paper, paper.');
    expect(withoutNames('Call (317) 298-1200 or write to ACE.Support@cbp.dhs.gov.')).toBe(
      'Call paper or write to paper.',
    );
    expect(withoutNames('A number is 12-3456789, at ace.cbp.gov.')).toBe('A number is paper, at paper.');
  });
});
