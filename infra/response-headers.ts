/** The security headers as CloudFront wants them told. */
import { embedHeaders, originMaySay, securityHeaders } from './headers.ts';

const override = (name: string) => !originMaySay.includes(name);

/** CloudFront knows these by name and refuses them among the custom ones. */
const known = {
  strictTransportSecurity: 'Strict-Transport-Security',
  contentTypeOptions: 'X-Content-Type-Options',
  frameOptions: 'X-Frame-Options',
  referrerPolicy: 'Referrer-Policy',
  contentSecurityPolicy: 'Content-Security-Policy',
} as const;

const custom = Object.keys(securityHeaders).filter((name) => !Object.values<string>(known).includes(name));

function policy(name: string, headers: Readonly<Record<string, string>>) {
  const value = (header: string) => headers[header] ?? '';
  return new aws.cloudfront.ResponseHeadersPolicy(name, {
    comment: 'infra/headers.ts, the same as on one machine',
    securityHeadersConfig: {
      strictTransportSecurity: {
        accessControlMaxAgeSec: Number(/max-age=(\d+)/.exec(value(known.strictTransportSecurity))?.[1]),
        includeSubdomains: value(known.strictTransportSecurity).includes('includeSubDomains'),
        preload: value(known.strictTransportSecurity).includes('preload'),
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: value(known.frameOptions), override: true },
      referrerPolicy: { referrerPolicy: value(known.referrerPolicy), override: override(known.referrerPolicy) },
      contentSecurityPolicy: {
        contentSecurityPolicy: value(known.contentSecurityPolicy),
        override: override(known.contentSecurityPolicy),
      },
    },
    customHeadersConfig: {
      items: custom.map((header) => ({ header, value: value(header), override: override(header) })),
    },
  });
}

export const responseHeaders = policy('SecurityHeaders', securityHeaders);

/** For the pages that the broker's own websites may show in a frame. */
export const embedResponseHeaders = policy('EmbedHeaders', embedHeaders());
