import { describe, expect, it } from 'vitest';
import { hashOfAll, itemIn, lineOf } from '../../infra/local/backup/item-line.ts';
import { readWords, wholeNumber } from '../../infra/local/operator/arguments.ts';
import { paceOf } from '../../infra/local/operator/pace.ts';
import { progressOn } from '../../infra/local/operator/progress.ts';

/** Where a command writes, and what it wrote. */
function written(isTTY: boolean) {
  const said: string[] = [];
  const write = (text: string) => said.push(text) > 0;
  return { said, stream: { isTTY, write } };
}

describe('how far a command is', () => {
  it('is one line, written anew, for a person who watches', () => {
    const { said, stream } = written(true);
    const progress = progressOn(stream);
    for (const line of ['1 of 3', '2 of 3', '3 of 3']) progress.at(line);
    progress.end();
    progress.end();
    expect(said.join('')).toBe('\r1 of 3\u001b[K\r2 of 3\u001b[K\r3 of 3\u001b[K\n');
  });

  it('is a line now and then in a file, and always the last one', () => {
    const { said, stream } = written(false);
    const progress = progressOn(stream);
    for (const line of ['1 of 3', '2 of 3', '3 of 3']) progress.at(line);
    progress.end();
    progress.end();
    expect(said).toEqual(['1 of 3\n', '3 of 3\n']);
  });
});

describe('what a command may take', () => {
  it('is waited for by all who share it, one after another', async () => {
    const pace = paceOf(1000);
    const began = performance.now();
    await Promise.all([pace(20), pace(20), pace(20)]);
    expect(performance.now() - began).toBeGreaterThan(50);
  });
});

describe('words after a command', () => {
  it('are pairs and switches, and all that has no place is named', () => {
    const { values, on, problems } = readWords(
      ['--to', 'a', '--fast', '--odd', 'b', 'c', '--from'],
      ['to', 'from'],
      ['fast'],
    );
    expect(values).toEqual({ to: 'a' });
    expect([...on]).toEqual(['fast']);
    expect(problems).toEqual([
      'Nothing is called "--odd" here.',
      'Nothing is called "c" here.',
      '--from wants something after it.',
    ]);
  });

  it.each(['0', '-1', '1.5', 'many', ''])('"%s" is no whole number', (said) => {
    expect(wholeNumber('units', said, 500).problems).toHaveLength(1);
  });
});

describe('a line of an export', () => {
  const item = { pk: { S: 'x#1' }, sk: { S: 'x' }, b: { M: { z: { N: '1' }, a: { L: [{ BOOL: true }] } } } };

  it('is the same for the same item, in whatever order its parts come', () => {
    const { pk, sk, b } = item;
    const other = { b: { M: { a: b.M.a, z: b.M.z } }, sk, pk };
    expect(lineOf(other)).toBe(lineOf(item));
    expect(lineOf({ ...item, s: { SS: ['b', 'a'] } })).toBe(lineOf({ ...item, s: { SS: ['a', 'b'] } }));
    expect(lineOf({ ...item, b: { L: [{ N: '1' }, { N: '2' }] } })).not.toBe(
      lineOf({ ...item, b: { L: [{ N: '2' }, { N: '1' }] } }),
    );
  });

  it('gives the item back, bytes and parts named like kinds of values too', () => {
    const odd = { ...item, B: { M: { B: { S: 'text' }, BS: { N: '1' }, SS: { L: [{ S: 'b' }, { S: 'a' }] } } } };
    const bytes = { ...odd, raw: { B: Buffer.from([0, 255]) }, raws: { BS: [Buffer.from('a'), Buffer.from('b')] } };
    expect(itemIn(lineOf(bytes))).toEqual(bytes);
  });

  it.each(['{}', '[]', '1', 'null', '{"pk":{"S":"x"}}', '{"pk":{"S":1},"sk":{"S":"x"}}'])('is not %s', (line) => {
    expect(() => itemIn(line)).toThrow('a line is no item');
  });

  it('counts in one hash with all others, in whatever order they come', () => {
    expect(hashOfAll(['a', 'b'])).toBe(hashOfAll(['b', 'a']));
    expect(hashOfAll(['a', 'b'])).not.toBe(hashOfAll(['a', 'b', 'b']));
  });
});
