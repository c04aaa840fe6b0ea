import { cbpNumberOf, einOf, ssnEndingOf } from './importer-number.ts';
import type { ImporterKind, ImporterNumber } from './importer-number.ts';
import { districts, dummy, itin, prefixesNotOnIrsList, voidSsns } from './known-numbers.ts';
import type { ImporterNumberRefusal, ImporterNumberWarning } from './reading.ts';

/** A number and its warnings, or the code that refuses it. */
export type Verdict =
  ImporterNumberRefusal | { readonly number: ImporterNumber; readonly warnings: readonly ImporterNumberWarning[] };

const raised = (warnings: readonly (ImporterNumberWarning | false)[]) =>
  warnings.filter((warning) => warning !== false);

/** EIN: nine digits, then two suffix characters or none (ABI record B, CBP ISF notes). No checksum exists. */
function ein(chars: string): Verdict {
  if (/[A-Z]/.test(chars.slice(0, 9))) return 'characters';
  if (chars.length === 10) return 'suffix-one-character';
  if (chars.length < 9) return 'too-short';
  if (chars.length > 11) return 'too-long';
  const [prefix, serial] = [chars.slice(0, 2), chars.slice(2, 9)];
  const number = einOf(`${prefix}-${serial}${chars.slice(9) || '00'}`);
  if (!number) return 'ein-prefix';
  return {
    number,
    warnings: raised([
      prefixesNotOnIrsList.includes(prefix) && 'prefix-not-on-irs-list',
      serial === '0000000' && 'zero-serial',
      dummy.test(prefix + serial) && 'well-known-dummy',
    ]),
  };
}

/** CBP-assigned: year, district and port of assignment, then five digits. Year and district can only look unlikely. */
function cbp(chars: string, year: number): Verdict {
  if (chars.length === 13) return 'cbp-suffix';
  const number = cbpNumberOf(`${chars.slice(0, 6)}-${chars.slice(6)}`);
  if (!number) return /[A-Z]/.test(chars) ? 'characters' : chars.length < 11 ? 'too-short' : 'too-long';
  const assigned = Number(chars.slice(0, 2));
  return {
    number,
    warnings: raised([
      assigned > year % 100 && assigned < 80 && 'implausible-year',
      !districts.includes(chars.slice(2, 4)) && 'implausible-district',
      chars.endsWith('00000') && 'zero-serial',
    ]),
  };
}

/** Social Security number, in full or its last four digits: checked by SSA's rules, then only the last four leave. */
function ssn(chars: string): Verdict {
  if (/[A-Z]/.test(chars)) return 'characters';
  const full = chars.length === 9;
  if (!full && chars.length !== 4)
    return chars.length === 8 ? 'ssn-digit-missing' : chars.length < 9 ? 'too-short' : 'too-long';
  if (full && itin.test(chars)) return 'itin';
  if (full && /^(000|666|9)/.test(chars)) return 'ssn-area';
  if (full && chars.slice(3, 5) === '00') return 'ssn-group';
  if (full && voidSsns.includes(chars)) return 'ssn-void';
  const number = ssnEndingOf(chars.slice(-4));
  if (!number) return 'ssn-serial';
  return { number, warnings: raised([dummy.test(chars) && 'well-known-dummy']) };
}

/** The rules of each kind, over digits and letters without separators. `year` is the current calendar year. */
export const rules: Record<ImporterKind, (chars: string, year: number) => Verdict> = { ein, cbp, ssn };
