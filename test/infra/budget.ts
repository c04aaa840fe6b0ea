import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { broker } from '../../broker.config.ts';
import type { Stack } from './stack.ts';

const Budget = z.object({
  limitAmount: z.string(),
  notifications: z.array(
    z.object({
      notificationType: z.enum(['FORECASTED', 'ACTUAL']),
      comparisonOperator: z.literal('GREATER_THAN'),
      threshold: z.number(),
      thresholdType: z.literal('PERCENTAGE'),
    }),
  ),
});

export function budget(stack: Stack) {
  describe('what a month may cost', () => {
    it('is said to every mailbox of the team when it nears the limit, and when it is spent', () => {
      const { inputs } = stack.one('budgets/budget:Budget');
      expect(inputs).toMatchObject({
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        limitAmount: String(broker.alarms.monthlyDollars),
        limitUnit: 'USD',
      });
      const mail = {
        comparisonOperator: 'GREATER_THAN',
        thresholdType: 'PERCENTAGE',
        subscriberEmailAddresses: ['team@harborpine.example', 'backup@harborpine.example'],
      };
      expect(inputs['notifications']).toEqual([
        { ...mail, notificationType: 'FORECASTED', threshold: 80 },
        { ...mail, notificationType: 'ACTUAL', threshold: 100 },
      ]);
    });

    it.each([
      ['a month like any other', { FORECASTED: 40, ACTUAL: 12 }, []],
      ['a month that will be dear', { FORECASTED: 49, ACTUAL: 12 }, ['FORECASTED']],
      ['a month that was dear', { FORECASTED: 70, ACTUAL: 61 }, ['FORECASTED', 'ACTUAL']],
    ])('rings, tripped once: %s', (_, dollars, rung) => {
      const { limitAmount, notifications } = Budget.parse(stack.one('budgets/budget:Budget').inputs);
      const over = notifications.filter(
        ({ notificationType, threshold }) => dollars[notificationType] > (Number(limitAmount) * threshold) / 100,
      );
      expect(over.map(({ notificationType }) => notificationType)).toEqual(rung);
    });
  });
}
