import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { tableShape } from '../../infra/table-shape.ts';
import { valueOf } from './cloudwatch-sums.ts';
import type { Stack } from './stack.ts';

const Place = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };
const Widget = z.discriminatedUnion('type', [
  z.object({ ...Place, type: z.literal('text'), properties: z.object({ markdown: z.string() }) }),
  z.object({ ...Place, type: z.literal('alarm'), properties: z.object({ alarms: z.array(z.string()) }) }),
  z.object({
    ...Place,
    type: z.literal('log'),
    properties: z.object({ title: z.string(), region: z.literal('us-east-1'), query: z.string() }),
  }),
  z.object({
    ...Place,
    type: z.literal('metric'),
    properties: z.object({
      title: z.string(),
      region: z.string(),
      view: z.string(),
      start: z.string().optional(),
      setPeriodToTimeRange: z.boolean().optional(),
      metrics: z.array(z.array(z.unknown())),
    }),
  }),
]);
const Sum = z.object({ expression: z.string() });

export function dashboard(stack: Stack) {
  const { inputs } = stack.one('cloudwatch/dashboard:Dashboard');
  const body: unknown = JSON.parse(String(inputs['dashboardBody']));
  const { widgets } = z.object({ widgets: z.array(Widget) }).parse(body);
  const metrics = widgets.flatMap((widget) => (widget.type === 'metric' ? [widget.properties] : []));

  describe('the dashboard', () => {
    it('has one page with these parts, in this order', () => {
      expect(inputs['dashboardName']).toBe('importer-desk-production-Desk');
      const headings = widgets.flatMap((one) =>
        one.type === 'text' ? (/^## (.+)\n./.exec(one.properties.markdown)?.[1] ?? 'no heading') : [],
      );
      expect(headings).toEqual([
        'What we promised',
        'What is owed',
        'Letters',
        'Doors',
        'Canary and reconciliation',
        'What SES says of our mail',
        'Table',
        'Dead letters',
        'Help that was read',
      ]);
    });

    it('lays nothing over another thing, and nothing outside', () => {
      const taken = new Set<string>();
      for (const { x, y, width, height } of widgets) {
        expect(x + width).toBeLessThanOrEqual(24);
        for (let column = x; column < x + width; column += 1) {
          for (let row = y; row < y + height; row += 1) {
            expect(taken.has(`${column} ${row}`)).toBe(false);
            taken.add(`${column} ${row}`);
          }
        }
      }
    });

    it('shows only what is there: lines that are counted, and doors, queues and a table of this stack', () => {
      const counted = stack.all('cloudwatch/logMetricFilter:LogMetricFilter').map(({ name }) => name);
      const nameOf = (type: string) => stack.all(type).map((one) => String(one.inputs['name']));
      const things = [
        ...nameOf('lambda/function:Function'),
        ...nameOf('sqs/queue:Queue'),
        ...nameOf('dynamodb/table:Table'),
        ...Object.keys(tableShape.indexes),
        ...['GetItem', 'PutItem', 'Query', 'RequestRefused', 'importer-desk-production'],
      ];
      const shown = metrics.flatMap((one) => one.metrics.filter(([first]) => typeof first === 'string'));
      expect(shown.length).toBeGreaterThan(50);
      for (const [namespace, name, ...rest] of shown) {
        if (namespace === 'importer-desk/production') expect(counted).toContain(name);
        const values = rest.filter((part, nth) => typeof part === 'string' && nth % 2 === 1);
        for (const value of values) expect(things).toContain(value);
      }
    });

    it.each([
      ['Taken by SES within 60 seconds (99.9 %)', { letter_late: 1, letter_sent: 999 }, 99.9],
      ['Delivered within five minutes (99 %)', { letter_slow: 1, letter_delayed: 2, letter_delivered: 98 }, 98],
      ['Shown references that are stored (100 %)', { references_missing: 0, references_accepted: 40 }, 100],
    ])('says of a promise how much of it was kept in four weeks: %s', (title, scope, kept) => {
      const widget = metrics.find((one) => one.title === title);
      expect(widget).toMatchObject({ view: 'singleValue', start: '-P28D', setPeriodToTimeRange: true });
      const { expression } = Sum.parse(widget?.metrics[0]?.[0]);
      expect(valueOf(expression, scope)).toBeCloseTo(kept, 9);
    });

    it('counts what helped, in the log of the function that the site runs', () => {
      const queries = widgets.flatMap((one) => (one.type === 'log' ? [one.properties.query] : []));
      expect(queries.length).toBe(3);
      const { name } = stack.one('cloudfront/function:Function', 'SiteCloudfrontFunctionRequest');
      for (const query of queries) {
        expect(query).toMatch(
          new RegExp(`^SOURCE '/aws/cloudfront/function/[\\w-]*${name}[\\w-]*' \\| parse @message `),
        );
        // The same pieces, in the same order, as the function writes them.
        const pattern = /parse @message '([^']+)' as page, of/.exec(query)?.[1] ?? '';
        const line = JSON.stringify({ event: 'page-opened', page: '/en/help/thanks/', of: 'apply' });
        expect(line).toContain(pattern.replace('*', '/en/help/thanks/').replace('*', 'apply'));
      }
    });

    it('names every alarm that may ring, and no half of one', () => {
      const listed = widgets.flatMap((one) => (one.type === 'alarm' ? one.properties.alarms : []));
      const may = [
        ...stack.all('cloudwatch/metricAlarm:MetricAlarm'),
        ...stack.all('cloudwatch/compositeAlarm:CompositeAlarm'),
      ]
        .map(({ name }) => name)
        .filter((name) => name.endsWith('Alarm'))
        .map((name) => `arn:aws:cloudwatch:us-east-1:000000000000:alarm:importer-desk-production-${name}`);
      expect(listed.sort()).toEqual(may.sort());
      // CloudWatch shows a hundred in one list.
      expect(listed.length).toBeLessThanOrEqual(100);
    });
  });
}
