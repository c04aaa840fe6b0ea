/** Made-up requests as the page sends them, for tests and the demo. Nothing in production imports this. */
export const samples: readonly Readonly<Record<string, string>>[] = [
  {
    importerNumberKind: 'ein',
    importerNumber: '95-1234567',
    companyName: 'Acme Imports LLC',
    typedName: 'ACME IMPORT LLC',
    errorSeen: 'not-matching',
    contactName: 'Rosa Alvarez',
    contactRole: 'owner',
    contactEmail: 'rosa@acme-imports.example',
    contactPhone: '+1 305 555 0142',
    powerOfAttorney: 'on-file',
    note: 'We tried three times on Monday.',
    locale: 'en',
  },
  {
    importerNumberKind: 'ssn',
    importerNumber: '5678',
    companyName: 'Jun Park',
    contactName: 'Jun Park',
    contactRole: 'owner',
    contactEmail: 'jun@park-ceramics.example',
    contactPhone: '(312) 555-0111',
    powerOfAttorney: 'not-sure',
    locale: 'en',
  },
];
