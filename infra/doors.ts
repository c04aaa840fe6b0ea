/** How every door is made: least rights, its own log, nothing in its environment that it was not given. */

/** AWS's event for a role: only the Lambda service puts it on. */
const lambdaOnly = aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' });

// SST lets the whole account put on every function's role, in production too (a promise is taken for a yes in SST 4.17.1).
$transform(sst.aws.Function, (args) => {
  const own = args.transform?.role;
  args.transform = {
    ...args.transform,
    role: (role, opts, name) => {
      if (typeof own === 'function') own(role, opts, name);
      else Object.assign(role, own);
      role.assumeRolePolicy = lambdaOnly;
      return undefined;
    },
  };
});

type Rights = Extract<NonNullable<sst.aws.FunctionArgs['permissions']>, unknown[]>;
type Door = Pick<sst.aws.FunctionArgs, 'handler' | 'timeout' | 'memory' | 'description' | 'retries'> & {
  readonly environment: Record<string, $util.Input<string>>;
  readonly permissions: Rights;
  /** Where an asynchronous call goes after its retries; the door's rights must name it too. */
  readonly onFailure?: $util.Input<string>;
};

export function door(name: string, { environment, permissions, onFailure, ...rest }: Door) {
  // A month of events and references covers a slow complaint; what must be kept for years is in the table, not in logs.
  const log = new aws.cloudwatch.LogGroup(`${name}Log`, {
    name: `/${$app.name}/${$app.stage}/${name}`,
    retentionInDays: 30,
  });
  return new sst.aws.Function(name, {
    ...rest,
    runtime: 'nodejs24.x',
    architecture: 'arm64',
    logging: { format: 'json', logGroup: log.name },
    permissions: [
      ...permissions,
      { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [$interpolate`${log.arn}:*`] },
    ],
    transform: {
      // AWS's managed policy would let a door write to every log of the account; the right above names its own.
      role: { managedPolicyArns: [] },
      // SST adds a key and the app's name, which nothing here reads.
      function: (args) => {
        args.environment = { variables: environment };
        return undefined;
      },
      ...(onFailure && {
        eventInvokeConfig: {
          maximumEventAgeInSeconds: 300,
          destinationConfig: { onFailure: { destination: onFailure } },
        },
      }),
    },
  });
}
