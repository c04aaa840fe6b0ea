import type { Broker } from '#domain/broker/broker.ts';
import { linkDays } from '#domain/case/links.ts';
import { between, inARow } from '#domain/requests/locale.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { numbersOf } from '#domain/requests/numbers.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import type { About } from './about.ts';
import { fill, filled } from './content.ts';
import type { Block, Content, Row } from './content.ts';
import { when } from './when.ts';
import { companyFor, footerOf, linkOf, lookUpAddress, maskedNumber, phoneOf, textsIn } from './words.ts';
import type { LetterTexts } from './words.ts';

/**
 * The receipt, to the address that the requester gave. It may be somebody else's address: of all answers only the
 * cleaned company name and the masked number are repeated.
 */
export function contactReceived(about: About): Content {
  const { case: of, broker } = about;
  const words = textsIn(of.locale);
  const type = textsOf(of.locale, of.type);
  const zone = broker.officeHours.timeZone;
  const due = when(of.dueAt, of.locale, zone);
  const rows: readonly Row[] = [
    { label: words['received.reference'], value: of.reference, look: 'code' },
    { label: words['received.type'], value: text(type, 'name') },
    { label: words['received.company'], value: [companyFor(of, words)] },
    {
      label: words['received.number'],
      value: numbersOf(of)
        .map(({ number }) => maskedNumber(number, words))
        .join(between[of.locale]),
    },
    { label: words['received.at'], value: when(of.openedAt, of.locale, zone) },
  ];
  return {
    subject: filled(words['received.subject'], { reference: of.reference, type: text(type, 'name') }),
    language: of.locale,
    blocks: [
      { block: 'brand', name: broker.name },
      {
        block: 'title',
        words: words['received.title'],
        below: fill(words['received.below'], { broker: broker.name }),
      },
      { block: 'heading', words: words['received.confirmTitle'] },
      {
        block: 'paragraph',
        words: inARow(of.locale, words['received.confirm'], words['received.last']),
      },
      { block: 'button', label: words['received.confirmButton'], href: linkOf(about) },
      { block: 'small', words: filled(words['link.days'], { days: String(linkDays.confirm) }) },
      { block: 'rows', rows },
      { block: 'heading', words: words['received.next'] },
      { block: 'paragraph', words: text(type, 'next') },
      { block: 'paragraph', words: fill(words['received.answer'], { due }) },
      ...costs(broker, of.locale, words),
      { block: 'link', label: words['received.later'], href: lookUpAddress(about) },
      { block: 'heading', words: words['received.reach'] },
      { block: 'paragraph', words: words['received.quote'] },
      { block: 'rows', rows: reach(broker, words) },
      { block: 'paragraph', words: words['received.never'] },
      { block: 'heading', words: words['received.notYou'] },
      { block: 'paragraph', words: fill(words['received.tellUs'], { phone: phoneOf(broker) }) },
    ],
    footer: footerOf(about),
  };
}

/** The fee and the power of attorney, whatever was answered about it: what was answered is not repeated. */
const costs = ({ feeText, powerOfAttorneyLink }: Broker, locale: Locale, words: LetterTexts): Block[] => [
  ...(feeText === undefined ? [] : [{ block: 'paragraph', words: feeText[locale] ?? feeText.en } as const]),
  ...(powerOfAttorneyLink === undefined
    ? []
    : [{ block: 'link', label: words['received.power'], href: powerOfAttorneyLink } as const]),
];

const reach = (broker: Broker, words: LetterTexts): Row[] => [
  { label: words['reach.phone'], value: [phoneOf(broker)] },
  { label: words['reach.email'], value: [{ link: broker.email, href: `mailto:${broker.email}` }] },
  { label: words['reach.website'], value: [{ link: broker.website, href: broker.website }] },
];
