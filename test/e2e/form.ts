import type { Frame, Locator, Page } from 'playwright-core';
import { broker } from '../../broker.config.ts';
import { isAsked } from '#domain/requests/field.ts';
import type { Field, Fields } from '#domain/requests/field.ts';
import { requestTypes } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import type { RequestType } from '#domain/requests/request-type.ts';
import { statementOf } from '#domain/requests/statement.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import words from '../../web/src/text/en.json' with { type: 'json' };

export { words };
/** Where a form stands: in a window of its own, or in a frame. */
export type Surface = Page | Frame;
export type Answers = Readonly<Record<string, string>>;

export const pageOf = (type: RequestTypeName) => `/en/ask/${type}/`;

const fieldOf = (type: RequestTypeName, name: string): Field => {
  const fields: Fields = requestTypes[type].fields;
  const field = fields[name];
  if (!field) throw new Error(`${type} asks no ${name}`);
  return field;
};

export const labelOf = (type: RequestTypeName, name: string) => text(textsOf('en', type), `${name}.label`);

/** A question's accessible name: its label, and that it may be left empty. */
const nameOf = (type: RequestTypeName, name: string) =>
  `${labelOf(type, name)}${fieldOf(type, name).needed === false ? ` ${words['ask.optional']}` : ''}`;

/** An answer in the words of its option; of a country its name, for it has no text of ours. */
export const optionOf = (type: RequestTypeName, name: string, value: string) =>
  textsOf('en', type)[`${name}.${value}`] ?? new Intl.DisplayNames('en', { type: 'region' }).of(value) ?? value;

/** The question as a reader finds it: by its label, whatever stands behind it. Choices are found by their answer's words. */
export function question(page: Surface, type: RequestTypeName, name: string, value = ''): Locator {
  const field = fieldOf(type, name);
  const exact = { name: nameOf(type, name), exact: true };
  switch (field.kind) {
    case 'radio':
      return page
        .getByRole('radiogroup', exact)
        .getByRole('radio', value === '' ? {} : { name: optionOf(type, name, value), exact: true });
    case 'tick':
      return page.getByRole('group', exact).getByRole('checkbox');
    case 'select':
      return page.getByRole('combobox', exact);
    case 'line':
    case 'long-text':
    case 'email':
    case 'phone':
    case 'extension':
    case 'importer-number':
      return page.getByRole('textbox', exact);
  }
}

export async function answer(page: Surface, type: RequestTypeName, name: string, value: string): Promise<void> {
  const asked = question(page, type, name, value);
  switch (fieldOf(type, name).kind) {
    case 'radio':
    case 'tick':
      await asked.check();
      return;
    case 'select':
      await asked.selectOption({ label: optionOf(type, name, value) });
      return;
    case 'importer-number':
      // Key by key and without its hyphens: the page puts them in.
      await asked.fill('');
      await asked.pressSequentially(value.replaceAll('-', ''));
      return;
    case 'line':
    case 'long-text':
    case 'email':
    case 'phone':
    case 'extension':
      await asked.fill(value);
  }
}

/** The questions from top to bottom of the page. */
export const asked = (type: RequestTypeName): string[] => {
  const { sections }: RequestType = requestTypes[type];
  return sections.flatMap(({ fields }) => [...fields]);
};

/** What lies folded behind a group of questions: each group opens the next. */
const foldedIn = (type: RequestTypeName) => {
  const { sections }: RequestType = requestTypes[type];
  return sections.flatMap(({ id, folded = [] }) => folded.map((names) => ({ names, fold: `fold.${id}` })));
};

/** Fills the form from top to bottom, as its reader does, and what lies folded when there is an answer for it. */
export async function fillIn(page: Surface, type: RequestTypeName, answers: Answers): Promise<void> {
  for (const name of asked(type)) await answerGiven(page, type, name, answers);
  for (const { names, fold } of foldedIn(type)) {
    if (!names.some((name) => answers[name] !== undefined)) continue;
    await page
      .locator('details:not([open]) > summary')
      .filter({ hasText: text(textsOf('en', type), fold) })
      .first()
      .click();
    for (const name of names) await answerGiven(page, type, name, answers);
  }
}

async function answerGiven(page: Surface, type: RequestTypeName, name: string, answers: Answers): Promise<void> {
  const value = answers[name];
  if (value !== undefined) await answer(page, type, name, value);
}

export const button = (page: Surface, name: string) => page.getByRole('button', { name, exact: true });
export const heading = (page: Surface, name: string) => page.getByRole('heading', { name, exact: true });

/** The form's one button. It says what it does with script as soon as the script is there. */
export const finish = (page: Surface) => page.locator('form').getByRole('button').last();

/** On to the second step, where nothing is sent yet. */
export async function goToCheck(page: Surface): Promise<void> {
  await finish(page).click();
  await heading(page, words['check.title']).waitFor();
}

/** The reference on the sent page. */
export async function sentReference(page: Surface): Promise<string> {
  await page.waitForURL('**/api/requests/sent/*');
  return page.locator('.reference').innerText();
}

const pairs = (page: Surface) => page.locator('#check dl > div');

/** What the second step says: each question that was asked, with the answer it understood. */
export async function readBack(page: Page): Promise<Record<string, string>> {
  const read = (pair: Locator, tag: string) => pair.locator(tag).innerText();
  const rows = await Promise.all(
    (await pairs(page).all()).map(async (pair) => [await read(pair, 'dt'), await read(pair, 'dd')] as const),
  );
  return Object.fromEntries(
    rows.map(([label, answer]) => [label.trim(), answer.replace(/\s*Change$/, '').replace(/\s+/g, ' ')]),
  );
}

/** The same, as the sample says it: conditional questions only where they are asked, the number never whole for an SSN. */
export function asReadBack(type: RequestTypeName, answers: Answers): Record<string, string> {
  const folded = foldedIn(type).flatMap(({ names }) => names.filter((name) => answers[name] !== undefined));
  const shown = [...asked(type), ...folded].filter((name) => isAsked(fieldOf(type, name), answers));
  return Object.fromEntries(shown.map((name) => [labelOf(type, name), said(type, name, answers)]));
}

function said(type: RequestTypeName, name: string, answers: Answers): string {
  const field = fieldOf(type, name);
  const value = answers[name];
  if (value === undefined) return words['js.empty'];
  if (field.kind === 'tick') return statementOf(type, 'en', answers, broker.name)?.text ?? '';
  if ('options' in field) return optionOf(type, name, value);
  const isEnding = field.kind === 'importer-number' && answers[`${name}Kind`] === 'ssn';
  return (isEnding ? words['js.ssn'] + value : value).replace(/\s+/g, ' ');
}
