/** What differs between the production stage and every other. */
import { broker } from '../broker.config.ts';

export const production = $app.stage === 'production';

/** The account's number, for the names of things that are ours. */
export const account = aws.getCallerIdentityOutput().accountId;

/** Set where DNS is not at Route 53: the certificate is then the deployer's, and the records are entered by hand (docs/deploy.md). */
const certificate = process.env.CERTIFICATE_ARN;

/** Who writes DNS records. */
export const dns = certificate ? (false as const) : sst.aws.dns();

/** Only production bears the broker's name; a trial stage lives at CloudFront's own address and needs no DNS at all. */
export const siteDomain = production
  ? { name: broker.siteDomain, ...(certificate && { dns: false as const, cert: certificate }) }
  : undefined;
