import { describe, expect, it } from 'vitest';
import { problemsOf } from '#domain/requests/check.ts';
import type { Fields } from '#domain/requests/field.ts';
import { requestTypes } from '#domain/requests/registry.ts';
import type { RequestType } from '#domain/requests/request-type.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import { knownPath, pathOf } from '../../web/src/help/places.ts';
import { topics } from '../../web/src/help/topics.ts';
import { groups, questionIds, questions, results } from '../../web/src/triage/graph.ts';
import type { Result } from '../../web/src/triage/result.ts';
import { answersOf, knownForms, laterQuestions, resultIds, wayTo, ways } from '../../web/src/triage/walk.ts';
import { triageWords } from '../../web/src/triage/words.ts';
import { attribute, htmlOf, mainOf, plain } from './built-pages.ts';

const all = ways();
const words = triageWords('en');
const page = (path: string) => htmlOf(`/en/${path}`);

describe('the questions', () => {
  it('lead to a result after three clicks at most, whatever is answered', () => {
    expect(all.length).toBeGreaterThan(25);
    for (const { steps, result } of all) {
      expect(steps.length, result).toBeLessThanOrEqual(3);
      expect(resultIds).toContain(result);
    }
  });

  it('leave out no question and no result', () => {
    expect(new Set(all.map(({ result }) => result))).toEqual(new Set(resultIds));
    expect(new Set(all.flatMap(({ steps }) => steps.map(({ question }) => question)))).toEqual(new Set(questionIds));
  });

  it('begin with ten answers, each in one group', () => {
    const answers = Object.keys(questions.shown);
    expect(answers).toHaveLength(10);
    expect(Object.values(groups).flat().sort()).toEqual(answers.sort());
  });

  it('have words for all that is asked, and no others', () => {
    const named = questionIds.flatMap((id) => [
      `${id}.title`,
      `${id}.lead`,
      ...answersOf(id).map(([answer]) => `${id}.${answer}`),
    ]);
    const needed = [...named, ...Object.keys(groups).map((id) => `group.${id}`)];
    const given = Object.keys(words).filter((key) => !key.endsWith('.hint'));
    expect(given.sort()).toEqual(needed.sort());
    const hints = Object.keys(words).filter((key) => key.endsWith('.hint'));
    expect(hints.filter((hint) => !needed.includes(hint.replace(/\.hint$/, '')))).toEqual([]);
  });

  it.each(questionIds)('%s: its page links each answer to what follows', (id) => {
    const html = mainOf(page(pathOf({ question: id })));
    expect(plain(html)).toContain(words[`${id}.title`]);
    for (const [answer, next] of answersOf(id)) {
      const [, link = ''] = new RegExp(`<a href="/en/${pathOf(next)}">([^]*?)</a>`).exec(html) ?? [];
      expect(plain(link), answer).toContain(words[`${id}.${answer}`]);
    }
  });

  it.each(laterQuestions)('%s: its page says what was answered before', (id) => {
    const [last] = wayTo({ question: id }).slice(-1);
    expect(last && plain(page(pathOf({ question: id })))).toContain(words[`${last?.question}.${last?.answer}`]);
  });
});

describe('every result', () => {
  it.each(resultIds)('%s says what it means, what to do now, on what it stands and since when', (id) => {
    const html = mainOf(page(pathOf({ result: id })));
    expect(plain(/<h1>([^]*?)<\/h1>/.exec(html)?.[1] ?? '').length).toBeGreaterThan(10);
    expect(plain(/<p class="lead">([^]*?)<\/p>/.exec(html)?.[1] ?? '').length).toBeGreaterThan(40);
    const [, todo = ''] = /<section class="card todo">([^]*?)<\/section>/.exec(html) ?? [];
    expect(todo.match(/<li>/g)?.length).toBeGreaterThanOrEqual(3);
    const [, sources = ''] = /<section class="sources">([^]*?)<\/section>/.exec(html) ?? [];
    expect(sources.match(/<time datetime="20\d\d-\d\d/g)?.length).toBeGreaterThanOrEqual(2);
    const result: Result = results[id];
    expect(topics).toContain(result.guide);
    expect(html).toContain(`href="/en/${pathOf({ guide: result.guide })}"`);
  });

  it.each(resultIds)('%s offers the broker only where a broker is needed', (id) => {
    const result: Result = results[id];
    const html = mainOf(page(pathOf({ result: id })));
    const asked = [...html.matchAll(/href="(\/en\/ask\/[^"]*)"/g)].map(([, link]) => link);
    expect(asked).toEqual(result.request ? [`/en/${knownPath(result.request)}`] : []);
  });

  it('that needs no broker is the usual one', () => {
    const withRequest = resultIds.filter((id) => 'request' in results[id]);
    expect(withRequest.length).toBeLessThan(resultIds.length / 2);
  });
});

describe('a form with answers filled in', () => {
  it.each(knownForms)('$type $known: they are answers that the form takes, and no rule refuses', ({ type, known }) => {
    const { fields, rules }: RequestType = requestTypes[type];
    const of: Fields = fields;
    for (const [name, value] of Object.entries(known)) {
      const field = of[name];
      // The markup of a list alone is filled in.
      expect(field?.kind).toBe('select');
      expect(field && 'options' in field && field.options).toContain(value);
    }
    const refused = problemsOf(fields, rules, known, { year: 2026, ownDomains: [] }).map(({ field }) => field);
    expect(refused.filter((field) => field in known)).toEqual([]);
  });

  it.each(knownForms)(
    '$type $known: the page has them picked, and is no page of its own to search engines',
    (request) => {
      const { type, known } = request;
      const html = page(knownPath(request));
      const picked = [...html.matchAll(/<option value="([^"]*)" selected>([^<]*)</g)];
      expect(picked.map(([, value]) => value)).toEqual(Object.values(known));
      const [name = '', value = ''] = Object.entries(known).flat();
      expect(plain(picked[0]?.[2] ?? '')).toBe(text(textsOf('en', type), `${name}.${value}`));
      expect(attribute(html, 'link rel="canonical"', 'href')).toMatch(new RegExp(`/en/ask/${type}/$`));
    },
  );

  it.each(Object.keys(requestTypes))('%s without them has none picked', (type) => {
    expect(page(`ask/${type}/`)).not.toContain(' selected');
  });
});
