import type { Letter } from '#domain/case/case.ts';
import { CAME_BACK } from '#domain/case/mail-event.ts';
import type { About } from './about.ts';
import { filled } from './content.ts';
import type { Content, Row } from './content.ts';
import { companyOf, deskButton, teamFooter, teamWord, teamWords } from './team-words.ts';
import { when } from './when.ts';

/** A letter that our work made due reached nobody: somebody must call. */
export function teamCameBack(about: About): Content {
  const { case: of, broker, letter } = about;
  const back = of.letters.find(({ id }) => `${CAME_BACK}${id}` === letter.about);
  if (!back) throw new Error('no such letter came back');
  return {
    subject: filled(teamWords['back.subject'], { reference: of.reference, company: companyOf(of) }),
    language: 'en',
    blocks: [
      { block: 'first', line: teamWords.first },
      { block: 'title', words: teamWords['back.title'], below: teamWords['back.below'] },
      { block: 'rows', rows: rowsOf(about, back) },
      { block: 'paragraph', words: teamWords[back.to === 'earlier-contact' ? 'back.do.earlier' : 'back.do'] },
      deskButton(about),
    ],
    footer: teamFooter(broker),
  };
}

function rowsOf({ case: of, broker }: About, back: Letter): Row[] {
  const { contactPhone } = of.answers;
  const phone: Row = {
    label: teamWords['back.phone'],
    value: contactPhone === undefined ? teamWords['back.no-phone'] : [{ said: contactPhone }],
  };
  return [
    { label: teamWords['alert.company'], value: [{ said: companyOf(of) }] },
    { label: teamWords['back.letter'], value: teamWord(`back.kind.${back.kind}`) ?? back.kind },
    { label: teamWords['back.reader'], value: teamWord(`back.to.${back.to}`) ?? back.to },
    { label: teamWords['back.why'], value: whyOf(back) },
    {
      label: teamWords['back.at'],
      value: when(back.bouncedAt ?? back.owedSince, 'en', broker.officeHours.timeZone),
    },
    // An earlier contact's number stands in the client file, never in the request.
    ...(back.to === 'earlier-contact' ? [] : [phone]),
  ];
}

function whyOf({ bounce }: Letter): string {
  if (bounce?.type === 'permanent') return teamWords['back.why.permanent'];
  return teamWord(`back.why.${bounce?.sub ?? ''}`) ?? teamWords['back.why.unknown'];
}
