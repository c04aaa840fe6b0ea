/**
 * Runs inside `.sst/platform`, against SST's own copy of Pulumi: answers for AWS, writes down every resource that the stack asks for.
 * Plain JavaScript, since its imports exist only there; evaluate.ts bundles it with the configuration and reads what it wrote.
 */
import { writeFileSync } from 'node:fs';
import * as pulumi from '@pulumi/pulumi';

const account = '000000000000';

/** What AWS would tell back of a thing just made. Only what the stack reads. */
function state({ type, name, inputs }, region) {
  const own = inputs.name ?? inputs.bucket ?? inputs.configurationSetName ?? inputs.alarmName ?? name;
  const at = inputs.region ?? region;
  const arns = {
    'aws:cloudwatch/metricAlarm:MetricAlarm': `cloudwatch:${at}:${account}:alarm:${own}`,
    'aws:cloudwatch/compositeAlarm:CompositeAlarm': `cloudwatch:${at}:${account}:alarm:${own}`,
    'aws:sns/topic:Topic': `sns:${at}:${account}:${own}`,
    'aws:dynamodb/table:Table': `dynamodb:${region}:${account}:table/${own}`,
    'aws:iam/role:Role': `iam::${account}:role/${own}`,
    'aws:lambda/function:Function': `lambda:${region}:${account}:function:${own}`,
    'aws:sesv2/configurationSet:ConfigurationSet': `ses:${region}:${account}:configuration-set/${own}`,
    'aws:sesv2/emailIdentity:EmailIdentity': `ses:${region}:${account}:identity/${inputs.emailIdentity}`,
    'aws:cloudwatch/logGroup:LogGroup': `logs:${region}:${account}:log-group:${own}`,
    'aws:cloudfront/function:Function': `cloudfront::${account}:function/${own}`,
    'aws:wafv2/webAcl:WebAcl': `wafv2:us-east-1:${account}:global/webacl/${own}`,
  };
  const [, service] = type.split(':');
  const arn = `arn:aws:${arns[type] ?? `${service.split('/')[0]}:${region}:${account}:${own}`}`;
  const host = own.toLowerCase();
  return {
    ...inputs,
    arn,
    name: own,
    invokeArn: arn,
    streamArn: `${arn}/stream/1`,
    apiEndpoint: `https://${host}.execute-api.${region}.amazonaws.com`,
    domainName: inputs.domainName ?? `${host}.cloudfront.net`,
    bucketRegionalDomainName: `${host}.s3.${region}.amazonaws.com`,
    url: `https://sqs.${region}.amazonaws.com/${account}/${own}`,
    hostedZoneId: 'Z0',
    zoneId: 'Z0',
    base64: 'AAAA',
    result: `secret-of-${name}`,
    tags: inputs.tags ?? {},
    tagsAll: inputs.tags ?? {},
    domainValidationOptions: [
      {
        domainName: inputs.domainName,
        resourceRecordName: '_check',
        resourceRecordType: 'CNAME',
        resourceRecordValue: 'x',
      },
    ],
    dkimSigningAttributes: { ...inputs.dkimSigningAttributes, tokens: ['token1', 'token2', 'token3'] },
  };
}

const statement = ({ sid, effect, actions, resources, principals, conditions }) => ({
  ...(sid && { Sid: sid }),
  Effect: effect ?? 'Allow',
  Action: actions,
  Resource: resources,
  ...(principals && { Principal: principals }),
  ...(conditions && { Condition: conditions }),
});

/** What AWS would answer to a question. */
function answer(token, inputs, region) {
  if (token.endsWith('getPolicyDocument')) {
    const Statement = (inputs.statements ?? []).map(statement);
    return { ...inputs, json: JSON.stringify({ Version: '2012-10-17', Statement }) };
  }
  if (token.endsWith('getRegion')) return { id: region, name: region, region };
  if (token.endsWith('getPartition')) return { id: 'aws', partition: 'aws', dnsSuffix: 'amazonaws.com' };
  if (token.endsWith('getCallerIdentity')) return { id: account, accountId: account };
  return { id: 'mock', ...inputs };
}

/** Pulumi's own marks on a secret, so that its state keeps it encrypted. */
const [mark, secret] = ['4dabf18193072939515e22adb298388d', '1b47061264138c4ac30d75fd1eb44270'];

/** What a secret holds, wherever it stands. */
function opened(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(opened);
  if (value[mark] === secret) return opened(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, opened(one)]));
}

export async function evaluate({ app, program, run, outfile }) {
  const region = app.providers.aws.region;
  const resources = [];
  const options = {};
  const errors = [];
  process.on('unhandledRejection', (error) => errors.push(String(error?.stack ?? error)));

  await pulumi.runtime.setMocks(
    {
      newResource({ type, name, inputs, id: read }) {
        // What is there already is only read, under its own name. It is nothing that the stack makes.
        if (read) return { id: read, state: { ...state({ type, name: read, inputs }, region), streamEnabled: true } };
        resources.push({ type, name, inputs });
        return { id: `${name}-id`, state: type.startsWith('sst:') ? inputs : state({ type, name, inputs }, region) };
      },
      call: ({ token, inputs }) => answer(token.split(':').at(-1), inputs, region),
    },
    app.name,
    app.stage,
    false,
    'organization',
  );
  // SST registers its own transformations first; ours then sees what they made of the options.
  const watched = () => {
    pulumi.runtime.registerStackTransformation(({ type, name, opts }) => {
      options[`${type} ${name}`] = { retainOnDelete: opts.retainOnDelete ?? false };
      return undefined;
    });
    return program();
  };

  let outputs = {};
  try {
    outputs = (await pulumi.runtime.runInPulumiStack(() => run(watched))) ?? {};
  } catch (error) {
    errors.push(String(error?.stack ?? error));
  }
  // Resources still come after the program ended: what an `apply` makes. All is done when Node has nothing left to do.
  await new Promise((done) => process.once('beforeExit', done));
  const resolved = {};
  for (const [name, value] of Object.entries(outputs)) {
    resolved[name] = pulumi.Output.isInstance(value) ? await value.promise() : value;
  }
  const seen = resources.map((one) => ({
    ...one,
    inputs: opened(one.inputs),
    ...(options[`${one.type} ${one.name}`] ?? { retainOnDelete: false }),
  }));
  writeFileSync(outfile, JSON.stringify({ errors: [...new Set(errors)], outputs: resolved, resources: seen }));
  process.exit(0);
}
