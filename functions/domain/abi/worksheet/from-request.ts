import { abiField } from '../../importer-number/show.ts';
import type { ImporterNumber } from '../../importer-number/importer-number.ts';
import { abiLengths, fitLine } from '../fitted.ts';
import { fitted } from './row.ts';
import type { Filling, Fillings } from './row.ts';

type Answers = Readonly<Record<string, string | undefined>>;

/**
 * Types of company by the request's options. Letters C, P, I, S are CBP's (CSMS 17-000081); those of the others (F, G, K, L)
 * are known, their meaning is not confirmed, so the type stands by its name alone.
 */
const companyTypes: Readonly<Record<string, { readonly name: string; readonly letter?: string }>> = {
  corporation: { name: 'CORPORATION', letter: 'C' },
  partnership: { name: 'PARTNERSHIP', letter: 'P' },
  individual: { name: 'INDIVIDUAL', letter: 'I' },
  'sole-proprietor': { name: 'SOLE PROPRIETORSHIP', letter: 'S' },
  llc: { name: 'LLC' },
  'us-government': { name: 'US GOVERNMENT' },
  'state-government': { name: 'STATE OR LOCAL GOVERNMENT' },
  'foreign-government': { name: 'FOREIGN GOVERNMENT' },
};

function typeOf(answer = ''): Filling {
  const type = Object.hasOwn(companyTypes, answer) ? companyTypes[answer] : undefined;
  if (!type) return { source: 'client-file' };
  const { name: value, letter } = type;
  return letter ? { value, parts: [{ label: 'T1', value: letter }] } : { value, note: 'type-by-name' };
}

/** A Social Security number is in the client file, never here. */
function numberOf(number: ImporterNumber): Filling {
  const value = abiField(number);
  return { block: number.kind === 'cbp' ? '1F' : '1B', ...(value ? { value } : { source: 'client-file' }) };
}

const inParts = (value: string, max: number, [first, second]: readonly [string, string]): Filling =>
  value.length > max
    ? {
        parts: [
          { label: first, value: value.slice(0, max) },
          { label: second, value: value.slice(max) },
        ],
      }
    : {};

/**
 * The new contact email as written. The dictionary refuses small letters in addresses on a street only (R14, R31), CBP
 * compares what the importer types, and a mailbox may in principle tell capitals apart (RFC 5321, 2.4): nothing is turned.
 */
function emailOf(email: string | undefined): Filling {
  const { email: first, emailOverflow } = abiLengths;
  if (!email) return {};
  const lost = email.slice(first + emailOverflow);
  return {
    value: email.slice(0, first + emailOverflow),
    ...inParts(email.slice(0, first + emailOverflow), first, ['TF', 'TN CE1']),
    ...(lost && { changed: [{ code: 'cut', max: first + emailOverflow, lost }] }),
    ...(/[A-Za-z]/.test(email) && { note: 'email-as-written' }),
  };
}

const extension = /[\s,;]*(?:extension|ext\.?|x|#)\s*[:.=]?\s*(\d{1,8})$/i;

/** Digits alone: 10 for a US number, with the country code for any other (15 at most, E.164). */
function phoneOf(phone = ''): Filling {
  const digits = phone.replace(extension, '').replace(/\D/g, '');
  const value = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  return value === '' ? {} : { ...fitted(value, 15), ...(value !== phone && { note: 'phone-digits' }) };
}

/** `LAST,FIRST,MIDDLE`, as TL takes it; what is over 30 characters goes on in TN `IN2`. */
function certifierOf({ certifierLast, certifierFirst, certifierMiddle }: Answers): Filling {
  if (!certifierLast || !certifierFirst) return {};
  const name = [certifierLast, certifierFirst, certifierMiddle].filter(Boolean).join(',');
  const { line, changed } = fitLine(name, 100);
  return { value: line, changed, ...inParts(line, abiLengths.person, ['TL', 'TN IN2']) };
}

/** The rows that the importer's answers fill. Never a name of the company, never an address. */
export const fromRequest = (number: ImporterNumber, answers: Answers): Fillings => ({
  companyType: typeOf(answers['companyType']),
  importerNumber: numberOf(number),
  phone: phoneOf(answers['companyPhone']),
  phoneExtension: fitted(answers['companyPhoneExtension'] ?? extension.exec(answers['companyPhone'] ?? '')?.[1], 6),
  email: emailOf(answers['newEmail']),
  certifier: certifierOf(answers),
  certifierTitle: fitted(answers['certifierTitle'], abiLengths.title),
});
