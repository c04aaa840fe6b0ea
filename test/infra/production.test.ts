/** The production stage, evaluated once: each part says what must hold of it. */
import { describe, expect, it } from 'vitest';
import { alarms } from './alarms.ts';
import { budget } from './budget.ts';
import { dashboard } from './dashboard.ts';
import { doors } from './doors.ts';
import { edge } from './edge.ts';
import { evaluate } from './evaluate.ts';
import { feedback } from './feedback.ts';
import { firewall } from './firewall.ts';
import { mail } from './mail.ts';
import { owed } from './owed.ts';
import { rights } from './rights.ts';
import { table } from './table.ts';
import { tripped } from './tripped.ts';
import { watch } from './watch.ts';

const stack = await evaluate('production');

describe('production', () => {
  it('can be evaluated', () => {
    expect(stack.errors).toEqual([]);
    expect(stack.outputs).toMatchObject({ site: 'https://refunds.harborpine.example' });
  });

  it('cannot be removed, and what holds records stays when the stack goes', () => {
    expect(stack.app).toMatchObject({ removal: 'retain', protect: true });
    expect(stack.outputs['_protect']).toBe(true);
    expect(stack.one('dynamodb/table:Table').retainOnDelete).toBe(true);
  });
});

rights(stack);
doors(stack);
table(stack);
mail(stack);
owed(stack);
feedback(stack);
watch(stack);
alarms(stack);
tripped(stack);
dashboard(stack);
budget(stack);
edge(stack);
firewall(stack);
