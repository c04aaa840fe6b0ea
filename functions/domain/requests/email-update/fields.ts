import { contactFields, errorsSeen, importerFields } from '../common/fields.ts';
import { countries } from '../common/countries.ts';
import type { Fields } from '../field.ts';
import { changed } from './when-changed.ts';

const withStates = { field: 'country', in: ['US', 'CA'] } as const;

/** The note stands near the end, before the statement. */
const { note, ...contact } = contactFields;

/**
 * What only the importer knows and a 5106 update needs (ABI application TP sends the whole record again, so the broker
 * takes the rest from CBP's answer and the client file, never from here). Addresses are asked only to compare. In the order of the page.
 */
export const fields = {
  ...importerFields,
  dba: { kind: 'line', min: 1, max: 100, needed: false },
  errorSeen: { kind: 'select', options: errorsSeen, needed: false },
  companyType: {
    kind: 'select',
    needed: true,
    options: [
      'corporation',
      'llc',
      'partnership',
      'sole-proprietor',
      'individual',
      'us-government',
      'state-government',
      'foreign-government',
      'not-sure',
    ],
  },
  companyPhone: { kind: 'phone', max: 40, needed: true, autocomplete: 'work tel' },
  companyPhoneExtension: { kind: 'extension', max: 8, needed: false, autocomplete: 'work tel-extension' },
  recordChanged: { kind: 'radio', options: ['no', 'yes', 'not-sure'], needed: true },
  addressLine1: { kind: 'line', min: 2, max: 100, needed: true, when: changed, autocomplete: 'address-line1' },
  addressLine2: { kind: 'line', min: 1, max: 100, needed: false, when: changed, autocomplete: 'address-line2' },
  city: { kind: 'line', min: 2, max: 60, needed: true, when: changed, autocomplete: 'address-level2' },
  country: { kind: 'select', options: countries, needed: true, when: changed, autocomplete: 'country' },
  state: { kind: 'line', min: 2, max: 60, needed: withStates, when: changed, autocomplete: 'address-level1' },
  postalCode: { kind: 'line', min: 2, max: 20, needed: withStates, when: changed, autocomplete: 'postal-code' },
  addressType: {
    kind: 'select',
    needed: true,
    when: changed,
    options: [
      'residence',
      'corporate-office',
      'warehouse',
      'retail',
      'office-building',
      'business-service-center',
      'po-box',
      'other',
      'not-sure',
    ],
  },
  addressTypeOther: {
    kind: 'line',
    min: 2,
    max: 15,
    needed: true,
    when: [...changed, { field: 'addressType', in: ['other'] }],
  },
  ...contact,
  newEmail: { kind: 'email', max: 100, needed: true, autocomplete: 'work email' },
  newEmailInAce: { kind: 'radio', options: ['no', 'yes', 'not-sure'], needed: true },
  oldEmail: { kind: 'email', max: 254, needed: false },
  certifierFirst: { kind: 'line', min: 1, max: 50, needed: true, autocomplete: 'given-name' },
  certifierMiddle: { kind: 'line', min: 1, max: 50, needed: false, autocomplete: 'additional-name' },
  certifierLast: { kind: 'line', min: 1, max: 50, needed: true, autocomplete: 'family-name' },
  certifierTitle: { kind: 'line', min: 2, max: 60, needed: true, autocomplete: 'organization-title' },
  note,
  certified: { kind: 'tick', options: ['yes'], needed: true },
} as const satisfies Fields;
