/** The only reader of the environment: what infra says to a door. Endpoints are set on one machine only. */
export type Settings = {
  readonly tableName: string;
  readonly siteUrl: string;
  readonly routerSecret: string;
  readonly mailConfigurationSet: string | undefined;
  readonly region: string;
  readonly dynamodbEndpoint: string | undefined;
  readonly sesEndpoint: string | undefined;
};

export function settings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const named = (name: string): string => environment[name] ?? '';
  return {
    tableName: named('TABLE_NAME'),
    siteUrl: named('SITE_URL'),
    routerSecret: named('ROUTER_SECRET'),
    mailConfigurationSet: environment['MAIL_CONFIGURATION_SET'] || undefined,
    region: environment['AWS_REGION'] || 'us-east-1',
    dynamodbEndpoint: environment['DYNAMODB_ENDPOINT'] || undefined,
    sesEndpoint: environment['SES_ENDPOINT'] || undefined,
  };
}
