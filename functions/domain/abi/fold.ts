/** What fitting did to a text. Nothing is changed or lost without one of these. */
export type Change =
  /** Small letters became capitals: ABI refuses lower case (errors R14, R31). */
  | { readonly code: 'capitals' }
  /** Accented and joined letters became plain ones: É to E, Ø to O, ß to SS. */
  | { readonly code: 'accents' }
  /** Typographic signs became ASCII ones: curly quotes, long dashes, full-width forms. */
  | { readonly code: 'punctuation' }
  /** Line breaks, tabs, other and doubled spaces became one space, or none at the ends. */
  | { readonly code: 'spaces' }
  /** Marks that cannot be seen were taken out. */
  | { readonly code: 'invisible' }
  /** Characters with no ASCII form, each listed once; a `?` stands in the place of each, for a person to settle. */
  | { readonly code: 'unfit'; readonly characters: readonly string[] }
  /** Longer than the field: `lost` is what did not fit, after all other changes. */
  | { readonly code: 'cut'; readonly max: number; readonly lost: string };

export interface Folded {
  readonly text: string;
  readonly changed: readonly Change[];
}

const letters: Record<string, string> = {
  ...{ ß: 'SS', ẞ: 'SS', æ: 'AE', Æ: 'AE', œ: 'OE', Œ: 'OE', ø: 'O', Ø: 'O', ł: 'L', Ł: 'L' },
  ...{ đ: 'D', Đ: 'D', ð: 'D', Ð: 'D', þ: 'TH', Þ: 'TH', ı: 'I', ħ: 'H', Ħ: 'H', ŋ: 'NG', Ŋ: 'NG' },
};

const signs: Record<string, string> = {
  ...{ '‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", '´': "'", '“': '"', '”': '"', '„': '"', '″': '"', '«': '"' },
  ...{ '»': '"', '−': '-', '•': '-', '·': '-', '、': ',', '。': '.' },
};

const printable = /^[ -~]+$/;

/** One visible character as ASCII capitals, and which change made it so; undefined when there is no ASCII form. */
function foldOne(char: string): readonly [string, Change['code'] | undefined] | undefined {
  if (/[a-z]/.test(char)) return [char.toUpperCase(), 'capitals'];
  if (printable.test(char)) return [char, undefined];
  if (/[\u0300-\u036f]/.test(char)) return ['', 'accents'];
  const letter = letters[char];
  if (letter !== undefined) return [letter, 'accents'];
  const sign = signs[char] ?? (/\p{Pd}/u.test(char) ? '-' : undefined);
  if (sign !== undefined) return [sign, 'punctuation'];
  const plain = char
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace('⁄', '/')
    .toUpperCase();
  return /^[!-~]+$/.test(plain) ? [plain, /\p{L}/u.test(char) ? 'accents' : 'punctuation'] : undefined;
}

/** A text in the printable ASCII capitals that ABI takes, and all that had to change for it. Never throws, never refuses. */
export function fold(given: string): Folded {
  const codes = new Set<Exclude<Change['code'], 'unfit' | 'cut'>>();
  const unfit = new Set<string>();
  const seen = given.normalize('NFC').replace(/\p{Cf}/gu, '');
  if (seen !== given.normalize('NFC')) codes.add('invisible');
  const spaced = seen.replace(/\s+/g, ' ').trim();
  if (spaced !== seen) codes.add('spaces');
  const text = Array.from(spaced, (char) => {
    const [ascii, code] = foldOne(char) ?? ['?', 'unfit'];
    if (code === 'unfit') unfit.add(char);
    else if (code !== undefined && code !== 'cut') codes.add(code);
    return ascii;
  }).join('');
  const changed: Change[] = Array.from(codes, (code) => ({ code }));
  if (unfit.size > 0) changed.push({ code: 'unfit', characters: [...unfit] });
  return { text, changed };
}
