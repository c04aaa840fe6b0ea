/** What a month may cost. AWS mails by itself, without a topic: it says so when the month's forecast nears it, and when it is spent. */
import { broker } from '../broker.config.ts';

const { monthlyDollars } = broker.alarms;
// Every mailbox of the team, as for alarms: one may be dead. AWS takes ten of them at most.
const mail = { comparisonOperator: 'GREATER_THAN', subscriberEmailAddresses: [...new Set(broker.teamMailboxes)] };

export const budget = new aws.budgets.Budget('Budget', {
  // Of the whole account, which is this desk's own.
  name: `${$app.name}-${$app.stage}`,
  budgetType: 'COST',
  timeUnit: 'MONTHLY',
  limitAmount: String(monthlyDollars),
  limitUnit: 'USD',
  notifications: [
    { ...mail, notificationType: 'FORECASTED', threshold: 80, thresholdType: 'PERCENTAGE' },
    { ...mail, notificationType: 'ACTUAL', threshold: 100, thresholdType: 'PERCENTAGE' },
  ],
});
