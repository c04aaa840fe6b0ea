import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatWhileTyping } from '#domain/importer-number/format-while-typing.ts';
import type { ImporterKind } from '#domain/importer-number/importer-number.ts';
import { readImporterNumber } from '#domain/importer-number/read.ts';
import { importerKey, importerNumberFrom } from '#domain/importer-number/record.ts';
import { maskImporterNumber } from '#domain/importer-number/show.ts';

const kinds: readonly (ImporterKind | undefined)[] = ['ein', 'cbp', 'ssn', undefined];
const kind = fc.constantFrom(...kinds);
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const joint = fc.constantFrom('', '-', ' ', ' - ', '–', '\u00a0', '－');

const ein = fc
  .tuple(digits(2), joint, digits(7), joint, fc.stringMatching(/^([0-9A-Za-z]{2})?$/))
  .map((p) => p.join(''));
const cbp = fc.tuple(digits(6), joint, digits(5)).map((p) => p.join(''));
const ssn = fc.tuple(digits(3), joint, digits(2), joint, digits(4)).map((p) => p.join(''));
/** Near misses: the alphabet of numbers, in any order and length. */
const nearly = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789012345678900--  ABrx–９٣.')),
  maxLength: 20,
});
const text = fc.oneof(ein, cbp, ssn, nearly, fc.string({ unit: 'binary', maxLength: 80 }), fc.string());

const year = 2026;
const runs = { numRuns: 3000 };

test('never throws, and always gives one of three answers', () => {
  fc.assert(
    fc.property(kind, text, fc.integer(), (chosen, typed, anyYear) => {
      const { outcome } = readImporterNumber({ kind: chosen, text: typed, year: anyYear });
      expect(['read', 'refused', 'ask-kind']).toContain(outcome);
    }),
    runs,
  );
});

test('what was read, read again as it is shown or stored, is the same number', () => {
  fc.assert(
    fc.property(kind, text, (chosen, typed) => {
      const reading = readImporterNumber({ kind: chosen, text: typed, year });
      if (reading.outcome !== 'read') return;
      const { number } = reading;
      const forms = number.kind === 'ssn' ? [number.lastFour] : [number.shown, number.canonical];
      for (const form of forms) {
        const again = readImporterNumber({ kind: number.kind, text: form, year });
        expect(again).toMatchObject({ outcome: 'read', number, normalised: false });
        expect(formatWhileTyping(number.kind, form)).toBe(form);
      }
      expect(importerNumberFrom(number)).toEqual(number);
    }),
    runs,
  );
});

test('formatting is idempotent, and drops no digit or letter', () => {
  const essence = (typed: string) =>
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '');
  fc.assert(
    fc.property(kind, text, (chosen, typed) => {
      const once = formatWhileTyping(chosen, typed);
      expect(formatWhileTyping(chosen, once)).toBe(once);
      if (chosen === 'ssn' && /^\d{4}$/.test(once)) expect(essence(typed).endsWith(once)).toBe(true);
      else expect(essence(once)).toBe(essence(typed));
    }),
    runs,
  );
});

test('formatting changes nothing that reading says', () => {
  fc.assert(
    fc.property(kind, text, (chosen, typed) => {
      const before = readImporterNumber({ kind: chosen, text: typed, year });
      const after = readImporterNumber({ kind: chosen, text: formatWhileTyping(chosen, typed), year });
      // Nine digits typed as a Social Security number are cut to four, which takes the trace of a mistake with them.
      if (chosen === 'ssn') {
        if (before.outcome === 'read') expect(after).toMatchObject({ outcome: 'read', number: before.number });
        return;
      }
      expect({ ...after, normalised: false }).toEqual({ ...before, normalised: false });
    }),
    runs,
  );
});

test('a full Social Security number is in no answer, mask, key or box', () => {
  fc.assert(
    fc.property(fc.oneof(ssn, digits(9)), kind, (typed, chosen) => {
      const nine = typed.replace(/\D/g, '');
      const spelled = [nine, `${nine.slice(0, 3)}-${nine.slice(3, 5)}-${nine.slice(5)}`, nine.slice(0, 5)];
      const reading = readImporterNumber({ kind: chosen, text: typed, year });
      const said = [JSON.stringify(reading), chosen === 'ssn' ? formatWhileTyping('ssn', typed) : ''];
      if (reading.outcome === 'read' && reading.number.kind === 'ssn')
        said.push(maskImporterNumber(reading.number), importerKey(reading.number, 'ACME'));
      for (const words of said) for (const secret of spelled) expect(words).not.toContain(secret);
    }),
    runs,
  );
});
