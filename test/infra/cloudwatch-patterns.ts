/** Patterns of CloudWatch's filters for lines of JSON, as far as ours go: `{ $.event = "debts" }`, `{ ($.a = "b") && ($.c > 0) }`. */
type Line = Readonly<Record<string, unknown>>;
type Fits = (line: Line) => boolean;

const numbers: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

/** Throws at what it does not know. */
export function patternOf(pattern: string): Fits {
  const [, whole = ''] = /^\{ (.+) \}$/.exec(pattern) ?? [];
  const parts = whole.split(' && ').map((part) => condition(whole.includes(' && ') ? bare(part) : part));
  return (line) => parts.every((fits) => fits(line));
}

function bare(part: string): string {
  const [, inside] = /^\((.+)\)$/.exec(part) ?? [];
  if (inside === undefined) throw new Error(`a condition among others wants brackets: ${part}`);
  return inside;
}

function condition(text: string): Fits {
  const [, field = '', sign = '', said, number] =
    /^(\$\.\w+) (=|!=|>=|<=|>|<) (?:"([^"*]*)"|(-?\d+(?:\.\d+)?))$/.exec(text) ?? [];
  const compare = numbers[sign];
  if (number !== undefined && compare) {
    return (line) => {
      const value = fieldOf(line, field);
      return typeof value === 'number' && compare(value, Number(number));
    };
  }
  if (said === undefined || sign !== '=') throw new Error(`cannot read the pattern ${text}`);
  return (line) => fieldOf(line, field) === said;
}

/** `$.oldestSeconds` of a line. */
export const fieldOf = (line: Line, field: string): unknown => line[field.slice(2)];
