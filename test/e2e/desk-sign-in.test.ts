import { expect, it } from 'vitest';
import queue from '../../web/src/desk/queue/text/en.json' with { type: 'json' };
import { heading } from './form.ts';
import { ada, luis, useDeskStage } from './desk-stage.ts';

const stage = useDeskStage();

it('first', async () => {
  const a = await stage.as(ada);
  await heading(a.page, queue.title).waitFor();
  const l = await stage.as(luis, 'phone');
  await heading(l.page, queue.title).waitFor();
  const again = await stage.as(luis);
  await heading(again.page, queue['empty.title']).waitFor();
  expect(1).toBe(1);
});
