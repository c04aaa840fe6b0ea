import { choice, email, importerNumber, line, optionalLine, phone } from '../schema.ts';
import { contactFields, importerFields } from './fields.ts';

export const importerShape = {
  importerNumberKind: choice(importerFields.importerNumberKind),
  importerNumber: importerNumber(),
  companyName: line(importerFields.companyName),
};

export const contactShape = {
  contactName: line(contactFields.contactName),
  contactRole: choice(contactFields.contactRole),
  contactEmail: email(contactFields.contactEmail),
  contactPhone: phone(contactFields.contactPhone),
  powerOfAttorney: choice(contactFields.powerOfAttorney),
  note: optionalLine(contactFields.note),
};
