/** CloudWatch's metric math, as far as our alarms use it: `IF(a >= 3, a / (a + b), 0)`, `FILL(a, 0)`, `SUM(METRICS())`. */

/** Nothing was measured, or a sum has no answer. */
export type Value = number | undefined;
type Scope = { readonly [id: string]: Value };

/** The value of an expression where each id has a value. Throws at what it does not know, so that no alarm is judged by a guess. */
export function valueOf(expression: string, scope: Scope): Value {
  const tokens = expression.match(/[A-Za-z]\w*|\d+(?:\.\d+)?|>=|<=|[-+*/(),<>[\]]/g) ?? [];
  if (tokens.join('') !== expression.replaceAll(' ', '')) throw new Error(`cannot read ${expression}`);
  let next = 0;
  const take = (token: string): boolean => {
    if (tokens[next] !== token) return false;
    next += 1;
    return true;
  };
  const need = (token: string) => {
    if (!take(token)) throw new Error(`${expression}: no "${token}" where "${tokens[next] ?? 'the end'}" is`);
  };

  function comparison(): Value {
    const left = sum();
    for (const [sign, holds] of comparisons) {
      if (take(sign)) return both(left, sum(), (a, b) => (holds(a, b) ? 1 : 0));
    }
    return left;
  }
  function sum(): Value {
    let value = product();
    for (;;) {
      if (take('+')) value = both(value, product(), (a, b) => a + b);
      else if (take('-')) value = both(value, product(), (a, b) => a - b);
      else return value;
    }
  }
  function product(): Value {
    let value = single();
    for (;;) {
      if (take('*')) value = both(value, single(), (a, b) => a * b);
      // What cannot be divided is no data point.
      else if (take('/')) value = both(value, single(), (a, b) => (b === 0 ? undefined : a / b));
      else return value;
    }
  }
  function list(end: string): Value[] {
    const values = [comparison()];
    while (take(',')) values.push(comparison());
    need(end);
    return values;
  }
  function call(name: string): Value {
    if (name === 'SUM') {
      const all = take('METRICS') ? (need('('), need(')'), Object.values(scope)) : (need('['), list(']'));
      need(')');
      const measured = all.filter((value) => value !== undefined);
      return measured.length === 0 ? undefined : measured.reduce((a, b) => a + b, 0);
    }
    const [first, second, third] = list(')');
    if (name === 'FILL') return first ?? second;
    if (name === 'IF') return first === undefined ? undefined : first !== 0 ? second : third;
    throw new Error(`${expression}: ${name} is not known here`);
  }
  function single(): Value {
    if (take('(')) {
      const value = comparison();
      need(')');
      return value;
    }
    const token = tokens[next] ?? '';
    next += 1;
    if (/^\d/.test(token)) return Number(token);
    if (take('(')) return call(token);
    if (!(token in scope)) throw new Error(`${expression}: nothing is called "${token}"`);
    return scope[token];
  }

  const value = comparison();
  if (next < tokens.length) throw new Error(`${expression}: what is "${tokens[next] ?? ''}"?`);
  return value;
}

const comparisons: readonly (readonly [string, (a: number, b: number) => boolean])[] = [
  ['>=', (a, b) => a >= b],
  ['<=', (a, b) => a <= b],
  ['>', (a, b) => a > b],
  ['<', (a, b) => a < b],
];

const both = (a: Value, b: Value, of: (a: number, b: number) => Value): Value =>
  a === undefined || b === undefined ? undefined : of(a, b);
