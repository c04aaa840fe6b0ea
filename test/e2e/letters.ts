import type { Field, Fields } from '#domain/requests/field.ts';
import { maskImporterNumber } from '#domain/importer-number/show.ts';
import { requestTypes } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { checked } from '#test/fakes/requests.ts';
import { optionOf } from './form.ts';
import type { Answers } from './form.ts';

/** What a reader must find of the answers in the letter to the team: each in the words of its question. */
export function saidToTeam(type: RequestTypeName, answers: Answers): string[] {
  const fields: Fields = requestTypes[type].fields;
  return Object.entries(answers).flatMap(([name, value]) => {
    const field = fields[name];
    // The kind is said with the number.
    return field && name !== 'importerNumberKind' ? [said(type, name, field, value, answers)] : [];
  });
}

function said(type: RequestTypeName, name: string, field: Field, value: string, answers: Answers): string {
  if (field.kind === 'importer-number') return maskImporterNumber(checked(type, answers).importerNumber);
  if (field.kind === 'tick') return 'Ticked';
  return 'options' in field ? optionOf(type, name, value) : value;
}
