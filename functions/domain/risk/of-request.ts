import type { Broker } from '../broker/broker.ts';
import { looksLikeGovernment } from '../broker/government-name.ts';
import type { Case } from '../case/case.ts';
import { splitEntityForm } from '../company-name/entity-form.ts';
import { mixesScripts } from '../company-name/look-alikes.ts';
import { plainName } from '../company-name/normalise.ts';
import { domainOf } from '../requests/mail-domain.ts';
import { numbersOf } from '../requests/numbers.ts';
import { isFreeMail } from './free-mail.ts';
import { likeness, likenessOfNames, nameOf, ownedPart } from './domains.ts';
import type { RiskFlag } from './flags.ts';
import { limits } from './weights.ts';

/** What the rules must know of the world beside the case. */
export type Known = {
  readonly broker: Pick<Broker, 'ownDomains'>;
  /** Domains of mailboxes that CBP took for this importer before: the house's own, as far as we know. */
  readonly domains: readonly string[];
  /** Whether a domain gives mailboxes to anybody for minutes. */
  readonly isDisposable: (domain: string) => boolean;
  /** `xn--…` as it is read. */
  readonly toUnicode: (domain: string) => string;
};

/** What the request alone says. */
export const flagsOfRequest = (of: Case, known: Known): RiskFlag[] => [
  ...addresses(of).flatMap((domain) => lookAlike(of, domain, known)),
  ...(namesIn(of).some(mixesScripts) ? [{ code: 'look-alike-name', about: { like: '' } } as const] : []),
  ...disposable(of, known),
  ...poses(of),
  ...newMailbox(of, known),
  ...answers(of),
  ...signs(of),
];

/** Companies that the request names: whose refunds they are, and who shall get them. */
const namesIn = ({ answers: { companyName = '', receiverName = '' } }: Case): string[] => [companyName, receiverName];

/** Domains that the request would have mail sent to, each once. */
const addresses = ({ answers: { newEmail, contactEmail } }: Case): string[] => [
  ...new Set([newEmail, contactEmail].flatMap((one) => (one === undefined ? [] : [domainOf(one)]))),
];

const disposable = (of: Case, { isDisposable }: Known): RiskFlag[] => {
  const domain = addresses(of).find(isDisposable);
  return domain === undefined ? [] : [{ code: 'disposable', about: { domain } }];
};

/** CBP's own domain: nobody's mailbox but theirs. */
const governments: readonly string[] = ['cbp.dhs.gov', 'dhs.gov'];

function lookAlike(of: Case, domain: string, { broker, domains, toUnicode }: Known): RiskFlag[] {
  const { contactEmail = '', oldEmail = '', companyName = '' } = of.answers;
  const shown = toUnicode(domain);
  const houses = [contactEmail, oldEmail].map(domainOf).filter((one) => one !== '' && !isFreeMail(one));
  const other = [...houses, ...domains, ...broker.ownDomains, ...governments].find(
    (house) => likeness(shown, toUnicode(house)) !== undefined,
  );
  const like = other ?? (!isFreeMail(domain) && isLikeName(nameOf(shown), companyName) ? companyName : undefined);
  return like === undefined ? [] : [{ code: 'look-alike-domain', about: { domain: shown, like } }];
}

/** Whether a domain's name is nearly the company's. Its whole name, `acme-imports-llc`, is its own. */
function isLikeName(name: string, companyName: string): boolean {
  const whole = plainName(companyName);
  if (plainName(name).replaceAll(' ', '') === whole.replaceAll(' ', '')) return false;
  return likenessOfNames(name, splitEntityForm(whole).base) !== undefined;
}

/** A name that a mail program would show as somebody else's: CBP's, or an address. */
const poses = (of: Case): RiskFlag[] =>
  [of.answers['contactName'] ?? '', ...namesIn(of)]
    .filter((name) => looksLikeGovernment(name) || /@|https?:|www\./i.test(name))
    .slice(0, 1)
    .map((name) => ({ code: 'poses-as', about: { name } }));

function newMailbox({ answers: { newEmail, contactEmail = '' } }: Case, { domains }: Known): RiskFlag[] {
  if (newEmail === undefined) return [];
  const domain = domainOf(newEmail);
  if (isFreeMail(domain)) return [{ code: 'free-mail', about: { domain } }];
  const houses = [domainOf(contactEmail), ...domains].map(ownedPart);
  return houses.includes(ownedPart(domain)) ? [] : [{ code: 'other-domain', about: { domain } }];
}

function answers(of: Case): RiskFlag[] {
  const { contactRole, recordChanged, receiverKind, bankChanged, contactName = '' } = of.answers;
  const { certifierFirst, certifierLast } = of.answers;
  const numbers = numbersOf(of).length;
  const words = new Set(plainName(contactName).split(' '));
  const isContact = plainName(`${certifierFirst ?? ''} ${certifierLast ?? ''}`)
    .split(' ')
    .every((word) => words.has(word));
  return [
    ...(contactRole === 'agent' ? [{ code: 'agent' } as const] : []),
    ...(recordChanged === 'yes' || recordChanged === 'not-sure' ? [{ code: 'record-changed' } as const] : []),
    ...(bankChanged === 'yes' ? [{ code: 'bank-changed' } as const] : []),
    ...(numbers > 1 ? [{ code: 'further-numbers', about: { count: String(numbers) } } as const] : []),
    ...(receiverKind === 'another' ? [{ code: 'not-a-broker' } as const] : []),
    ...(certifierLast !== undefined && !isContact ? [{ code: 'other-certifier' } as const] : []),
  ];
}

function signs({ signs: { honeypot, seconds, proof } = {} }: Case): RiskFlag[] {
  const quick = seconds !== undefined && seconds < limits.quickestSeconds;
  return [
    ...(honeypot ? [{ code: 'form-filler' } as const] : []),
    ...(quick ? [{ code: 'odd-pace', about: { seconds: String(seconds) } } as const] : []),
    ...(proof === 'missing' || proof === 'wrong' ? [{ code: 'no-proof' } as const] : []),
  ];
}
