import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readInput, readQuery } from '../../functions/http/desk/read-call.ts';

const schema = z.strictObject({
  reason: z.string().check(z.minLength(1), z.maxLength(5)),
  cases: z.array(z.strictObject({ version: z.number() })).check(z.maxLength(2)),
  kind: z.enum(['a', 'b']),
});
const good = { reason: 'x', cases: [{ version: 1 }], kind: 'a' };

const read = (body: unknown, type = 'application/json') =>
  readInput(schema, false, {
    method: 'POST',
    path: '',
    query: '',
    headers: { 'content-type': type },
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  });
const placesOf = (reading: ReturnType<typeof read>): unknown =>
  'problem' in reading && Array.isArray(reading.more?.['errors'])
    ? reading.more['errors'].map((error: { field: string; message: string }) => [error.field, error.message])
    : reading;

describe("a body for the desk's door", () => {
  it('that fits is given on', () => {
    expect(read(good)).toEqual({ value: good });
  });

  it.each<[string, object, [string, string][]]>([
    ['a missing field', { reason: undefined }, [['reason', 'Please give a string.']]],
    ['an empty one', { reason: '' }, [['reason', 'Please fill this in.']]],
    ['a long one', { reason: '123456' }, [['reason', 'At most 5, please.']]],
    [
      'one within others',
      { cases: [{ version: 1 }, { version: 'x' }] },
      [['cases[1].version', 'Please give a number.']],
    ],
    ['a word that is none of ours', { kind: 'c' }, [['kind', 'One of: a, b.']]],
    ['what nobody asked for', { more: 1 }, [['', 'Nobody asked for: more.']]],
    [
      'two at once',
      { reason: '', kind: 5 },
      [
        ['reason', 'Please fill this in.'],
        ['kind', 'One of: a, b.'],
      ],
    ],
  ])('is told of %s, where it is and what is wanted', (_, change, wanted) => {
    expect(placesOf(read({ ...good, ...change }))).toEqual(wanted);
  });

  it('never repeats what was sent', () => {
    expect(JSON.stringify(read({ ...good, reason: 'secret words', kind: 'secret' }))).not.toContain('secret');
  });

  it.each([
    ['no JSON', '{', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['of another kind', JSON.stringify(good), 'text/plain'],
  ])('that is %s is refused as a whole', (_, body, type) => {
    expect(read(body, type)).toEqual({ problem: 'input', detail: 'Send a JSON object of at most 64 KiB.' });
  });
});

it('reads a query the same way', () => {
  const query = z.strictObject({ of: z._default(z.enum(['open', 'closed']), 'open') });
  expect(readQuery(query, '')).toEqual({ value: { of: 'open' } });
  expect(readQuery(query, 'of=x&no=1')).toMatchObject({ problem: 'input' });
});
