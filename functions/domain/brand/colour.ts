/** Small colour arithmetic for pages and letters: sRGB, `#rrggbb` in and out. Nothing of it reaches a browser. */
type Rgb = readonly [number, number, number];

function rgb(hex: string): Rgb {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!digits) throw new Error(`broker.config.ts: colours: "${hex}" is not a colour like "#0b5c63".`);
  const [, red = '', green = '', blue = ''] = digits;
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

const hex = (channels: Rgb) => `#${channels.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** `share` (0 to 1) of `other` stirred into `colour`. */
export function mix(colour: string, other: string, share: number): string {
  const [a, b] = [rgb(colour), rgb(other)];
  const at = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * share;
  return hex([at(0), at(1), at(2)]);
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = rgb(colour);
  const linear = (value: number) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two colours, WCAG 2.2: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

/** The colour, moved towards black or white only as far as it must be to be read on `ground`. */
export function readable(colour: string, ground: string, ratio: number): string {
  const towards = luminance(ground) > 0.18 ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.04) {
    const tried = mix(colour, towards, share);
    if (contrast(tried, ground) >= ratio) return tried;
  }
  return towards;
}
