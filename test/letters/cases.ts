import type { Case } from '#domain/case/case.ts';
import { referenceOf } from '#domain/case/reference.ts';
import type { ImporterNumber } from '#domain/importer-number/importer-number.ts';
import { importerNumberFrom } from '#domain/importer-number/record.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { samples } from '#test/fakes/requests.ts';

/** Made-up cases, as the store would hold them. Addresses end in .example; the numbers are nobody's. */
export function numberOf(kind: 'ein' | 'cbp' | 'ssn', digits: string): ImporterNumber {
  const number = importerNumberFrom({ kind, canonical: digits, lastFour: digits });
  if (!number) throw new Error(`${digits} is no ${kind}`);
  return number;
}

const contact = {
  importerNumberKind: 'ein',
  companyName: 'Acme Imports LLC',
  contactName: 'Rosa Alvarez',
  contactRole: 'owner',
  contactEmail: 'rosa@acme-imports.example',
  contactPhone: '+1 305 555 0142',
  powerOfAttorney: 'on-file',
};

const opened = {
  format: 2,
  digest: '83a68bd9dd0f2b6c'.repeat(4),
  reference: referenceOf('83a68bd9dd0f2b6c'.repeat(4)),
  locale: 'en',
  importerNumber: numberOf('ein', '95-123456700'),
  state: 'new',
  rev: 1,
  version: 1,
  openedAt: '2026-07-09T14:03:11.000Z',
  dueAt: '2026-07-10T21:30:00.000Z',
} as const;

/** What only moves fill. Made anew for each case: the schema's lists can be written to. */
const unmoved = () => ({
  numberWarnings: [],
  letters: [],
  timeline: [],
  confirmed: {},
  checks: [],
  questions: [],
  flags: [],
  was: [],
  links: [],
  tellings: [],
});

type Changes = Partial<Omit<Case, 'answers'>> & { readonly answers?: Readonly<Record<string, string>> };

export const nameQuery = ({ answers, ...changes }: Changes = {}): Case => ({
  ...opened,
  ...unmoved(),
  type: 'name-query',
  ...changes,
  answers: { ...contact, typedName: 'Acme Imports', errorSeen: 'not-matching', ...answers },
});

export const emailUpdate = ({ answers, ...changes }: Changes = {}): Case => ({
  ...opened,
  ...unmoved(),
  type: 'email-update',
  statement: {
    version: '2026-11',
    text: 'I am Rosa Alvarez, or Rosa Alvarez told me to send this. It is true. Harbor & Pine Customs Brokers may send it to CBP. A false statement to a US agency is a crime (18 U.S.C. 1001).',
    at: '2026-07-09T14:03:11.000Z',
  },
  ...changes,
  answers: {
    ...contact,
    companyType: 'llc',
    companyPhone: '+1 305 555 0100',
    companyPhoneExtension: '204',
    recordChanged: 'no',
    errorSeen: 'no-code',
    newEmail: 'customs@acme-imports.example',
    oldEmail: 'jim@acme-imports.example',
    newEmailInAce: 'no',
    certifierFirst: 'Rosa',
    certifierLast: 'Alvarez',
    certifierTitle: 'President',
    certified: 'yes',
    ...answers,
  },
});

/** A case of one of the other types, as its first sample makes it. */
const sampled =
  (type: RequestTypeName) =>
  ({ answers, ...changes }: Changes = {}): Case => {
    const { importerNumber: _, locale: __, ...given } = samples[type][0] ?? {};
    return { ...opened, ...unmoved(), type, ...changes, answers: { ...given, ...contact, ...answers } };
  };

export const caseOf: Record<RequestTypeName, (changes?: Changes) => Case> = {
  'name-query': nameQuery,
  'email-update': emailUpdate,
  'account-error': sampled('account-error'),
  'refund-returned': sampled('refund-returned'),
  'notify-party': sampled('notify-party'),
};

/** What strangers send: markup, header lines, turned text, our own placeholders, replacement patterns, links. */
export const hostile: readonly string[] = [
  '<script>alert(1)</script><b>bold</b> &amp; "quoted" \'single\'',
  'Acme\r\nBcc: victim@evil.example\r\n\r\nWe are the broker',
  'Acme \u202egnp.exe\u202c \u2066isolated\u2069 \u200bzero\u200dwidth',
  'Toys 🧸👩‍👧‍👦 & Söhne — 上海进出口有限公司 — شركة',
  '{broker} {company} {reference} $& $1 $` ${x} {{y}}',
  'visit http://evil.example/path?x=1 or www.evil.example, write bob@evil.example, call 1-800-555-0199',
  '"]</td></table><img src=x onerror=alert(1)>',
];
