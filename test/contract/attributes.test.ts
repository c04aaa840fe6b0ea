import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attributesOf } from '../../functions/aws/attributes.ts';

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 8 }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

const names = fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name !== '__proto__');

it('makes the very attributes that the SDK makes', () => {
  fc.assert(
    fc.property(fc.dictionary(names, plain, { noNullPrototype: true }), (values) => {
      fc.pre(!JSON.stringify(values).includes('__proto__'));
      expect(attributesOf(values)).toEqual(marshall(values, { allowImpreciseNumbers: true }));
    }),
  );
});

it('leaves out what is not given, at every depth, and is read back as it was', () => {
  const values = { a: undefined, b: { c: undefined, d: ['x', { e: undefined, f: 1 }] } };
  expect(unmarshall(attributesOf(values))).toEqual({ b: { d: ['x', { f: 1 }] } });
});

it('refuses what no case holds', () => {
  expect(() => attributesOf({ a: () => 1 })).toThrow('a case holds no function');
});
