import type { Broker } from '#domain/broker/broker.ts';
import type { Case } from '#domain/case/case.ts';
import { requestTypes } from '#domain/requests/registry.ts';
import type { RequestType } from '#domain/requests/request-type.ts';
import { teamLabel } from '#domain/requests/team-answers.ts';
import { textsOf } from '#domain/requests/texts.ts';
import type { Texts } from '#domain/requests/texts.ts';
import type { About } from './about.ts';
import { cleanLine } from './clean.ts';
import { fill } from './content.ts';
import type { Block } from './content.ts';
import en from './text/team.json' with { type: 'json' };

/** The team reads English, whatever language the requester reads. */
export const teamWords = en;
export const teamTexts = (of: Case): Texts => textsOf('en', of.type);

const optionalWords: Readonly<Record<string, string>> = teamWords;

/** A text for a key that comes from data: a warning's code, a field's name. */
export const teamWord = (key: string): string | undefined =>
  Object.hasOwn(optionalWords, key) ? optionalWords[key] : undefined;

/** A question in a word or two. */
export const labelOf = (of: Case, name: string): string => teamLabel(of.type, name);

export const typeOf = (of: Case): RequestType => requestTypes[of.type];

/** The company in a subject or a heading. The letter's rows hold the name to the letter. */
export const companyOf = (of: Case): string => cleanLine(of.answers['companyName'] ?? '') || '(no company name)';

/** The case in the desk, which asks who is there. The only link in a letter to the team. */
export const deskButton = ({ case: { reference }, siteUrl }: Pick<About, 'case' | 'siteUrl'>): Block => ({
  block: 'button',
  label: teamWords['desk.button'],
  href: `${siteUrl}/desk/case/?reference=${reference}`,
});

/** Whose letter it is, and that it stays in the house. */
export const teamFooter = ({ name, licenceNumber }: Pick<Broker, 'name' | 'licenceNumber'>): Block[] => [
  { block: 'paragraph', words: fill(teamWords.footer, { broker: name, licence: licenceNumber }) },
];
