/** Endings that tell the legal form of a company, and the one spelling that stands for each. */
const forms: Record<string, string> = {
  ...{ INC: 'INC', INCORPORATED: 'INC', CORP: 'CORP', CORPORATION: 'CORP', CO: 'CO', COMPANY: 'CO' },
  ...{ LLC: 'LLC', LTD: 'LTD', LIMITED: 'LTD', LP: 'LP', LLP: 'LLP', LLLP: 'LLLP', PLLC: 'PLLC', PC: 'PC', PLC: 'PLC' },
  ...{ GMBH: 'GMBH', AG: 'AG', SA: 'SA', BV: 'BV', SRL: 'SRL', SPA: 'SPA', PTY: 'PTY', PTE: 'PTE' },
};

/** `LIMITED LIABILITY COMPANY` and the like, written out, as their letters. */
const writtenOut = (name: string) =>
  name
    .replace(/ LIMITED LIABILITY (COMPANY|CO)$/, ' LLC')
    .replace(/ LIMITED LIABILITY PARTNERSHIP$/, ' LLP')
    .replace(/ LIMITED PARTNERSHIP$/, ' LP')
    .replace(/ L L C$/, ' LLC');

/** A normalised name without the words at its end that tell its form, and that form (`CO LTD` for two words, empty for none). */
export function splitEntityForm(normalised: string): { readonly base: string; readonly form: string } {
  const words = writtenOut(normalised).split(' ');
  const found: string[] = [];
  for (let form = forms[words.at(-1) ?? '']; form && words.length > 1; form = forms[words.at(-1) ?? '']) {
    found.unshift(form);
    words.pop();
  }
  return { base: words.join(' '), form: found.join(' ') };
}
