import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { burns, objectives } from '../../infra/objectives.ts';
import { Alarm } from './cloudwatch.ts';
import { expectedAlarms, expectedEnds } from './expected-alarms.ts';
import { countedLines } from './expected-lines.ts';
import type { Stack } from './stack.ts';

const metric = z.object({ metricName: z.string(), cloudwatchMetricsEnabled: z.boolean() });
const visible = z.object({
  visibilityConfig: metric,
  rules: z.array(z.object({ name: z.string(), visibilityConfig: metric })),
});
const Composite = z.object({
  alarmName: z.string(),
  alarmRule: z.string(),
  alarmActions: z.array(z.string()),
  okActions: z.array(z.string()),
});

const Told = Alarm.pick({ alarmActions: true, okActions: true, alarmDescription: true });

const namespace = 'importer-desk/production';
const topicArn = (name: string) => `arn:aws:sns:us-east-1:000000000000:importer-desk-production-${name}`;

const signs = { GreaterThanThreshold: '>', GreaterThanOrEqualToThreshold: '>=', LessThanThreshold: '<' } as const;
const silences = { notBreaching: '', breaching: ', silence rings', ignore: ', silence changes nothing' } as const;

type Actions = Pick<z.infer<typeof Alarm>, 'alarmActions' | 'okActions'>;

/** Whom it tells: halves of a promise nobody. When it is over, the same or none, and only urgent ones say so. */
function severityOf({ alarmActions, okActions }: Actions): string {
  const [actions, ends] = [alarmActions.join(), okActions.join()];
  if (actions === topicArn('Urgent') && (ends === actions || ends === '')) return 'urgent';
  if (actions === topicArn('Soon') && ends === '') return 'soon';
  return actions === '' && ends === '' ? 'nobody' : `${actions} ${ends}`;
}

type Measured = Pick<z.infer<typeof Alarm>, 'namespace' | 'metricName' | 'dimensions'>;
const plain = (name: string) => name.replace(/^importer-desk-production-(\w+)-\w{8}$/, '$1');
const measured = ({ namespace: of = '', metricName = '', dimensions = {} }: Measured): string =>
  [of === namespace ? '' : `${of} `, metricName, ...Object.values(dimensions).map((name) => ` of ${plain(name)}`)].join(
    '',
  );

/** An alarm in one line: who is told, what is looked at, and when it rings. */
function inOneLine(inputs: unknown): string {
  const alarm = Alarm.parse(inputs);
  const {
    comparisonOperator,
    threshold,
    evaluationPeriods: of,
    datapointsToAlarm: needed = of,
    metricQueries = [],
  } = alarm;
  const metrics = metricQueries.flatMap((query) => query.metric ?? []);
  const period = alarm.period ?? metrics[0]?.period ?? 0;
  const sum = metricQueries.find(({ returnData }) => returnData)?.expression;
  const looked =
    sum === undefined
      ? `${alarm.statistic ?? ''} ${measured(alarm)}`
      : `${sum}: ${metrics.map((one) => `${one.stat} ${measured(one)}`).join(', ')}`;
  const rings = `${signs[comparisonOperator]} ${threshold} in ${period / 60} min`;
  const often = of === 1 ? '' : needed === of ? `, ${of} times` : `, ${needed} of ${of} times`;
  return `${severityOf(alarm)}: ${looked} ${rings}${often}${silences[alarm.treatMissingData]}`;
}

const manual = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8');
const functions = new URL('../../functions/', import.meta.url);
const code = readdirSync(functions, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(file, functions), 'utf8'))
  .join('\n');

export function alarms(stack: Stack) {
  const all = stack.all('cloudwatch/metricAlarm:MetricAlarm');
  const composites = stack.all('cloudwatch/compositeAlarm:CompositeAlarm');

  describe('alarms', () => {
    it('are these, told to these, at these numbers, and no more', () => {
      expect(Object.fromEntries(all.map(({ name, inputs }) => [name, inOneLine(inputs)]))).toEqual(expectedAlarms);
    });

    it('bear the name of their stack and stage, and say what happened', () => {
      for (const { name, inputs } of all) {
        const alarm = Alarm.parse(inputs);
        expect(alarm.name).toBe(`importer-desk-production-${name}`);
        expect(alarm.alarmDescription).toMatch(/^[A-Z].{20,}[.]$/s);
      }
    });

    it('on promises ring when both windows do: urgent when the budget burns fast, soon when slowly', () => {
      const rule = (name: string) =>
        `ALARM("importer-desk-production-${name}Long") AND ALARM("importer-desk-production-${name}Short")`;
      expect(
        Object.fromEntries(
          composites.map(({ name, inputs }) => {
            const composite = Composite.parse(inputs);
            expect(composite.alarmName).toBe(`importer-desk-production-${name}`);
            return [name, `${severityOf(composite)}: ${composite.alarmRule}`];
          }),
        ),
      ).toEqual({
        LettersAcceptedFastAlarm: `urgent: ${rule('LettersAcceptedFast')}`,
        LettersAcceptedSlowAlarm: `soon: ${rule('LettersAcceptedSlow')}`,
        LettersDeliveredFastAlarm: `urgent: ${rule('LettersDeliveredFast')}`,
        LettersDeliveredSlowAlarm: `soon: ${rule('LettersDeliveredSlow')}`,
      });
    });

    it('on promises are about what was promised, in the document as in the data', () => {
      expect([
        objectives.LettersAccepted.target,
        objectives.LettersDelivered.target,
        objectives.ReferencesStored.target,
      ]).toEqual([0.999, 0.99, 1]);
      expect([burns.Fast.times, burns.Slow.times]).toEqual([14.4, 6]);
      const operations = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
      const [, promises = ''] = operations.split('\n## What we promise, and how it is measured\n');
      for (const said of ['99.9 %', '99 %', '100 %', '60 seconds', 'five minutes', '28 days', '14.4', '6 times']) {
        expect(promises.split('\n## ')[0]).toContain(said);
      }
    });

    it('that are urgent say when they are over, or where to look; none was added without deciding which', () => {
      const ends = [...all, ...composites].flatMap(({ name, inputs }) => {
        const { alarmActions, okActions, alarmDescription } = Told.parse(inputs);
        if (severityOf({ alarmActions, okActions }) !== 'urgent') return [];
        const told = okActions.length > 0 ? 'told' : 'look';
        const ending = { told: / You are told when it is over\.$/, look: / Nobody is told when it is over: .{20,}\.$/ };
        expect(alarmDescription, name).toMatch(ending[told]);
        return [[name, told] as const];
      });
      expect(Object.fromEntries(ends)).toEqual(
        Object.fromEntries(Object.entries(expectedEnds).map(([name, [told]]) => [name, told])),
      );
    });

    it('that say when they are over look at what silence does not end', () => {
      const telling = all.filter(({ name }) => expectedEnds[name.replace(/(Long|Short)$/, 'Alarm')]?.[0] === 'told');
      expect(telling).toHaveLength(10);
      for (const { name, inputs } of telling)
        expect(['ignore', 'breaching'], name).toContain(Alarm.parse(inputs).treatMissingData);
    });

    it('reach every mailbox of the team, whatever their severity, since any of them may be what died', () => {
      const reached = stack
        .all('sns/topicSubscription:TopicSubscription')
        .filter(({ inputs }) => inputs['protocol'] === 'email')
        .map(({ inputs }) => `${String(inputs['topic'])} ${String(inputs['endpoint'])}`);
      expect(reached.sort()).toEqual([
        `${topicArn('Soon')} backup@harborpine.example`,
        `${topicArn('Soon')} team@harborpine.example`,
        `${topicArn('Urgent')} backup@harborpine.example`,
        `${topicArn('Urgent')} team@harborpine.example`,
      ]);
    });

    it('come when the firewall turns away real requests: posts to /api/requests/, too many or too long', () => {
      const { inputs } = stack.one('wafv2/webAcl:WebAcl');
      expect(visible.parse(inputs).visibilityConfig.metricName).toBe('importer-desk-production');
      const rule = visible.parse(inputs).rules.find(({ name }) => name === 'RequestRefused');
      expect(rule?.visibilityConfig).toMatchObject({ metricName: 'RequestRefused', cloudwatchMetricsEnabled: true });
    });

    it('are each explained to whom they wake', () => {
      const waking = [...all, ...composites].map(({ name }) => name).filter((name) => name.endsWith('Alarm'));
      expect(waking.filter((name) => !manual.includes(`| \`${name}\` |`))).toEqual([]);
      for (const { name } of all.filter((one) => !waking.includes(one.name))) expect(manual).toContain(`\`${name}\``);
      // And none that is gone.
      const explained = [...manual.matchAll(/^\| `(\w+Alarm)` \|/gm)].map(([, name = '']) => name);
      const onlyWithWebhook = ['AlarmWebhookErrorAlarm', 'WebhookDeadAlarm'];
      expect(explained.sort()).toEqual([...waking, ...onlyWithWebhook].sort());
    });

    it('are explained among their like: urgent ones first', () => {
      const [, urgent = '', soon = ''] = /\n### Urgent\n([^]+?)\n### Soon\n([^]+?)\n### /.exec(manual) ?? [];
      const severities = [...all, ...composites].map(({ name, inputs }) => {
        const { alarmActions, okActions } = Told.parse(inputs);
        return [name, severityOf({ alarmActions, okActions })] as const;
      });
      const names = (severity: string) => severities.flatMap(([name, of]) => (of === severity ? [name] : []));
      expect(names('urgent').filter((name) => !urgent.includes(`| \`${name}\` |`))).toEqual([]);
      expect(names('soon').filter((name) => !soon.includes(`| \`${name}\` |`))).toEqual([]);
      // The last column says how one knows that it is over.
      const said = Object.keys(expectedEnds).map((name) => {
        const row = urgent.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
        return [name, row.endsWith(' | you are told |') ? 'told' : row.split(' | ').length === 4 ? 'look' : row];
      });
      expect(Object.fromEntries(said)).toEqual(
        Object.fromEntries(Object.entries(expectedEnds).map(([name, [told]]) => [name, told])),
      );
    });

    it('cost what the document says', () => {
      const metrics = all.reduce((sum, { inputs }) => {
        const { metricQueries = [] } = Alarm.parse(inputs);
        return sum + Math.max(1, metricQueries.filter((query) => query.metric).length);
      }, 0);
      expect(manual).toContain(
        `${metrics} metrics that alarms look at (0.10 each), ${composites.length} joined alarms (0.50 each)`,
      );
    });
  });

  describe('lines', () => {
    const filters = stack.all('cloudwatch/logMetricFilter:LogMetricFilter');
    const logOf = (name: string) => stack.one('cloudwatch/logGroup:LogGroup', `${name}Log`).inputs['name'];

    it.each(countedLines)('of $door: $event is counted as $name', ({ door, event, name, value, where, steady }) => {
      const found = filters.filter((filter) => filter.name === name);
      expect(found).toHaveLength(1);
      const pattern = where === undefined ? `$.event = "${event}"` : `($.event = "${event}") && (${where})`;
      expect(found[0]?.inputs).toMatchObject({
        logGroupName: logOf(door),
        pattern: `{ ${pattern} }`,
        metricTransformation: { namespace, name, value: value ?? '1' },
      });
      // What is divided must say nought, too.
      const said = JSON.stringify(found[0]?.inputs['metricTransformation']);
      expect(said.includes('"defaultValue":"0"')).toBe(steady === true);
    });

    it('that the throttle of the API says, without a word of ours, are counted by their status', () => {
      const { inputs } = stack.one('cloudwatch/logMetricFilter:LogMetricFilter', 'throttled');
      expect(inputs).toMatchObject({
        logGroupName: stack.one('cloudwatch/logGroup:LogGroup', 'ApiAccessLog').inputs['name'],
        pattern: '{ $.status = "429" }',
        metricTransformation: { namespace, name: 'throttled', value: '1' },
      });
      expect(JSON.stringify(stack.one('apigatewayv2/stage:Stage').inputs)).toContain(
        '\\"status\\":\\"$context.status\\"',
      );
    });

    it('are these and no more, and none of them for nothing', () => {
      const names = [...countedLines.map(({ name }) => name), 'throttled'];
      expect(filters.map(({ name }) => name).sort()).toEqual(names.sort());
      const used = JSON.stringify([...all, ...stack.all('cloudwatch/dashboard:Dashboard')]);
      expect(names.filter((name) => !used.includes(`"${name}"`) && !used.includes(`\\"${name}\\"`))).toEqual([]);
    });

    it.each([...new Set(countedLines.map(({ event }) => event))])('%s is what the code tells', (event) => {
      expect(code).toContain(`'${event}'`);
    });
  });
}
