import { describe, expect, it } from 'vitest';
import { keyAttributes, tableShape } from '../../infra/table-shape.ts';
import type { Stack } from './stack.ts';

export function table(stack: Stack) {
  describe('table', () => {
    const { inputs } = stack.one('dynamodb/table:Table');

    it('is the only one, on demand, encrypted, restorable to any second, and cannot be deleted', () => {
      expect(inputs).toMatchObject({
        billingMode: 'PAY_PER_REQUEST',
        serverSideEncryption: { enabled: true },
        pointInTimeRecovery: { enabled: true },
        deletionProtectionEnabled: true,
      });
    });

    it('forgets by its time to live, and tells its stream the new image', () => {
      expect(inputs).toMatchObject({
        ttl: { attributeName: tableShape.ttl, enabled: true },
        streamEnabled: true,
        streamViewType: 'NEW_IMAGE',
      });
    });

    it('has the keys and every index of table-shape.ts, with its projection', () => {
      expect(inputs).toMatchObject({ hashKey: tableShape.hash, rangeKey: tableShape.range });
      expect(inputs['attributes']).toEqual(keyAttributes.map((name) => ({ name, type: 'S' })));
      expect(inputs['globalSecondaryIndexes']).toEqual(
        Object.entries(tableShape.indexes).map(([name, { hash, range, projects }]) => ({
          name,
          hashKey: hash,
          rangeKey: range,
          ...(projects.length > 0
            ? { projectionType: 'INCLUDE', nonKeyAttributes: projects }
            : { projectionType: 'KEYS_ONLY' }),
        })),
      );
    });
  });
}
