import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
it('x', async () => {
  const s = await evaluate('production');
  writeFileSync('/tmp/graph.json', JSON.stringify(s, null, 1));
  expect(s.errors).toEqual([]);
});
