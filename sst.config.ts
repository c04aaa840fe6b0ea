/// <reference path="./.sst/platform/config.d.ts" />

/** What exists in the cloud. SST allows no imports up here: each part is awaited by name, and reads as the parts list. */
export default $config({
  async app(input) {
    const { broker } = await import('./broker.config.ts');
    const { brokerProblems } = await import('./functions/domain/broker/problems.ts');
    const problems = brokerProblems(broker);
    if (problems.length > 0) throw new Error(problems.join('\n'));

    const production = input.stage === 'production';
    return {
      name: 'importer-desk',
      home: 'aws',
      // A broker must keep these records for years: they stay when the stack goes. Every other stage cleans up after itself.
      removal: production ? 'retain' : 'remove',
      protect: production,
      providers: {
        // Named here and nowhere else, so that no AWS profile can move records out of the United States (19 CFR 111.23).
        aws: { region: broker.region as aws.Region },
        // Makes the secret between CloudFront and the doors; the version is the one SST brings along.
        random: '4.16.6',
      },
    };
  },
  async run() {
    await import('./infra/table.ts');
    await import('./infra/email.ts');
    await import('./infra/api.ts');
    const { site } = await import('./infra/site.ts');
    await import('./infra/intake.ts');
    await import('./infra/importer.ts');
    await import('./infra/desk.ts');
    await import('./infra/pay-owed.ts');
    await import('./infra/timer.ts');
    await import('./infra/mail-feedback.ts');
    await import('./infra/watch.ts');
    await import('./infra/alarms.ts');
    await import('./infra/alarm-webhook.ts');
    await import('./infra/dashboard.ts');
    await import('./infra/budget.ts');
    await import('./infra/records.ts');
    return { site: site.url };
  },
});
