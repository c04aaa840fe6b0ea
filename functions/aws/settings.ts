/** The only reader of the environment: what infra says to a door. Endpoints are set on one machine only. */
export type Settings = {
  readonly tableName: string;
  readonly siteUrl: string;
  readonly routerSecret: string;
  /** What the identity provider gave this site to show who it is. */
  readonly oidcClientSecret: string;
  /** The key of the hashes that stay of a case when it goes. */
  readonly traceKey: string;
  /** What alarms that leave for a webhook are signed with (`whsec_…`). */
  readonly alarmWebhookSecret: string;
  /** The key of the canary's mark. */
  readonly canaryKey: string;
  /** Where the canary's letters go. */
  readonly canaryMailbox: string;
  /** The log of the public door. */
  readonly intakeLog: string;
  readonly mailConfigurationSet: string | undefined;
  readonly region: string;
  /** No canary is sent: on one machine, where nobody asked for one. */
  readonly canaryOff: boolean;
  /** Letters to one address are not counted: on one machine only, for load and tests. */
  readonly letterBudgetOff: boolean;
  /** A website that may show the public pages in a frame beside the broker's: on one machine only, to see it. */
  readonly embedAlsoOn: readonly string[];
  readonly dynamodbEndpoint: string | undefined;
  readonly sesEndpoint: string | undefined;
  readonly logsEndpoint: string | undefined;
};

/**
 * What a door needs is asked when it is used, since not every door gets everything. A name that is missing or empty
 * throws: a door without its secret would open to anybody.
 */
export function settings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const needed = (name: string): string => {
    const value = environment[name];
    if (!value) throw new Error(`${name} is not set`);
    return value;
  };
  return {
    get tableName() {
      return needed('TABLE_NAME');
    },
    get siteUrl() {
      return needed('SITE_URL');
    },
    get routerSecret() {
      return needed('ROUTER_SECRET');
    },
    get oidcClientSecret() {
      return needed('OIDC_CLIENT_SECRET');
    },
    get traceKey() {
      return needed('TRACE_KEY');
    },
    get alarmWebhookSecret() {
      return needed('ALARM_WEBHOOK_SECRET');
    },
    get canaryKey() {
      return needed('CANARY_KEY');
    },
    get canaryMailbox() {
      return needed('CANARY_MAILBOX');
    },
    get intakeLog() {
      return needed('INTAKE_LOG');
    },
    mailConfigurationSet: environment['MAIL_CONFIGURATION_SET'] || undefined,
    region: environment['AWS_REGION'] || 'us-east-1',
    canaryOff: environment['CANARY'] === 'off',
    letterBudgetOff: environment['LETTER_BUDGET'] === 'off',
    embedAlsoOn: environment['EMBED_ALSO_ON'] ? [environment['EMBED_ALSO_ON']] : [],
    dynamodbEndpoint: environment['DYNAMODB_ENDPOINT'] || undefined,
    sesEndpoint: environment['SES_ENDPOINT'] || undefined,
    logsEndpoint: environment['LOGS_ENDPOINT'] || undefined,
  };
}
