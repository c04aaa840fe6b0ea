import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import {
  embedHeaders,
  embedPaths,
  isEmbedPath,
  originMaySay,
  routerSecretHeader,
  securityHeaders,
} from '../../infra/headers.ts';
import { countOfPages } from '../../infra/page-count.ts';
import { knownTurns, turn } from '../../infra/secret-turn.ts';
import { askEverything, kinds } from '#test/http/kinds-of-answers.ts';
import type { Kind } from '#test/http/kinds-of-answers.ts';
import type { Stack } from './stack.ts';

const answers = await askEverything();

const Behaviour = z.object({
  pathPattern: z.string().optional(),
  responseHeadersPolicyId: z.string(),
  targetOriginId: z.string(),
  viewerProtocolPolicy: z.string(),
  allowedMethods: z.array(z.string()),
  cachePolicyId: z.string(),
  functionAssociations: z.optional(z.array(z.object({ eventType: z.string() }))),
});
const Distribution = z.object({
  aliases: z.array(z.string()),
  webAclId: z.string(),
  httpVersion: z.string(),
  origins: z.array(
    z.object({
      originId: z.string(),
      domainName: z.string(),
      originAccessControlId: z.string().optional(),
      customHeaders: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
      customOriginConfig: z.object({ originProtocolPolicy: z.string() }).optional(),
    }),
  ),
  defaultCacheBehavior: Behaviour,
  orderedCacheBehaviors: z.array(Behaviour),
  customErrorResponses: z.array(z.record(z.string(), z.unknown())),
  viewerCertificate: z.object({ minimumProtocolVersion: z.string() }),
});
const Flag = z.object({ override: z.boolean() });
const HeadersPolicy = z.object({
  securityHeadersConfig: z.object({
    strictTransportSecurity: z.object({
      ...Flag.shape,
      accessControlMaxAgeSec: z.number(),
      includeSubdomains: z.boolean(),
      preload: z.boolean(),
    }),
    contentTypeOptions: Flag,
    frameOptions: z.object({ ...Flag.shape, frameOption: z.string() }),
    referrerPolicy: z.object({ ...Flag.shape, referrerPolicy: z.string() }),
    contentSecurityPolicy: z.object({ ...Flag.shape, contentSecurityPolicy: z.string() }),
  }),
  customHeadersConfig: z.object({
    items: z.array(z.object({ ...Flag.shape, header: z.string(), value: z.string() })),
  }),
});

/** The policy read back as the headers that a browser gets, each with whether it beats the origin's. */
function told(policy: unknown): [name: string, value: string, override: boolean][] {
  const { securityHeadersConfig: known, customHeadersConfig } = HeadersPolicy.parse(policy);
  const hsts = known.strictTransportSecurity;
  const parts = [
    `max-age=${hsts.accessControlMaxAgeSec}`,
    ...(hsts.includeSubdomains ? ['includeSubDomains'] : []),
    ...(hsts.preload ? ['preload'] : []),
  ];
  return [
    ['Strict-Transport-Security', parts.join('; '), hsts.override],
    ['X-Content-Type-Options', 'nosniff', known.contentTypeOptions.override],
    ['X-Frame-Options', known.frameOptions.frameOption, known.frameOptions.override],
    ['Referrer-Policy', known.referrerPolicy.referrerPolicy, known.referrerPolicy.override],
    [
      'Content-Security-Policy',
      known.contentSecurityPolicy.contentSecurityPolicy,
      known.contentSecurityPolicy.override,
    ],
    ...customHeadersConfig.items.map(({ header, value, override }): [string, string, boolean] => [
      header,
      value,
      override,
    ]),
  ];
}

const FirewallRules = z.object({
  rules: z.array(
    z.object({
      name: z.string(),
      action: z.optional(
        z.object({
          block: z.optional(
            z.object({
              customResponse: z.optional(
                z.object({ responseHeaders: z.array(z.object({ name: z.string(), value: z.string() })) }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
});

const policyNamed = (stack: Stack, name: string) =>
  stack.one('cloudfront/responseHeadersPolicy:ResponseHeadersPolicy', name);

const lower = (headers: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));

/** What a visitor of the cloud gets: what the door said, and the Router's policy over it; or the firewall's own words. */
function inTheCloud(
  stack: Stack,
  { by, status, name, path }: Kind,
  own: Record<string, string>,
): Record<string, string> {
  if (by === 'firewall') {
    const rule = `Too${status === 413 ? 'Large' : 'Many'}For${name.endsWith('a person') ? 'People' : 'Scripts'}`;
    const { rules } = FirewallRules.parse(stack.one('wafv2/webAcl:WebAcl').inputs);
    const said = rules.find((one) => one.name === rule)?.action?.block?.customResponse?.responseHeaders ?? [];
    return lower(said.map((header) => [header.name, header.value]));
  }
  const policy = told(policyNamed(stack, isEmbedPath(path) ? 'EmbedHeaders' : 'SecurityHeaders').inputs);
  const said = lower(Object.entries(own));
  const wins = policy.filter(([header, , override]) => override || !(header.toLowerCase() in said));
  return { ...said, ...lower(wins.map(([header, value]) => [header, value])) };
}

export function edge(stack: Stack) {
  const distribution = Distribution.parse(stack.one('cloudfront/distribution:Distribution').inputs);
  const behaviours = [distribution.defaultCacheBehavior, ...distribution.orderedCacheBehaviors];
  const origin = (id: string) => distribution.origins.find(({ originId }) => originId === id);

  describe('site', () => {
    it('bears the name of the broker and takes nothing older than TLS 1.2', () => {
      expect(distribution.aliases).toEqual(['refunds.harborpine.example']);
      expect(distribution.viewerCertificate.minimumProtocolVersion).toBe('TLSv1.2_2021');
      for (const { viewerProtocolPolicy } of behaviours) expect(viewerProtocolPolicy).toBe('redirect-to-https');
    });

    it('sends the security headers of headers.ts with every answer, and others for frames alone', () => {
      expect(
        behaviours.map(({ pathPattern, responseHeadersPolicyId }) => [pathPattern, responseHeadersPolicyId]),
      ).toEqual([
        [undefined, 'SecurityHeaders-id'],
        ['/api/*', 'SecurityHeaders-id'],
        [embedPaths, 'EmbedHeaders-id'],
      ]);
      const said = (name: string) =>
        Object.fromEntries(told(policyNamed(stack, name).inputs).map(([header, value]) => [header, value]));
      expect(said('SecurityHeaders')).toEqual(securityHeaders);
      expect(said('EmbedHeaders')).toEqual(embedHeaders());
    });

    it('serves what may stand in a frame like every other file', () => {
      const [, embed] = distribution.orderedCacheBehaviors;
      const { pathPattern: _, responseHeadersPolicyId: __, ...files } = distribution.defaultCacheBehavior;
      expect(embed).toMatchObject(files);
    });

    it.each(kinds)('says with $name ($status) what one machine says', (kind) => {
      const { answer, said } = answers.get(kind.name) ?? {};
      const cloud = inTheCloud(stack, kind, said?.headers ?? {});
      // How long files are kept is SST's to say in the cloud (infra/site.ts).
      const names = [...Object.keys(securityHeaders), ...(kind.by === 'file' ? [] : ['Cache-Control', 'Retry-After'])];
      for (const name of names) expect(cloud[name.toLowerCase()] ?? null, name).toBe(answer?.headers.get(name));
    });

    it("lets a door's own policies stand", () => {
      for (const name of ['SecurityHeaders', 'EmbedHeaders']) {
        const weak = told(policyNamed(stack, name).inputs).filter(([, , override]) => !override);
        expect(weak.map(([header]) => header).sort()).toEqual([...originMaySay].sort());
      }
    });

    it('turns a missing file, and nothing else, into the page for it', () => {
      expect(distribution.customErrorResponses.filter((one) => 'responsePagePath' in one)).toEqual([
        { errorCode: 403, responseCode: 404, responsePagePath: '/404.html', errorCachingMinTtl: 10 },
      ]);
    });

    it("keeps no door's refusal for the next visitor", () => {
      for (const errorCode of [400, 404, 405, 500, 502, 503, 504]) {
        expect(distribution.customErrorResponses).toContainEqual({ errorCode, errorCachingMinTtl: 0 });
      }
    });

    it('counts what was read by the names of pages, before a file is looked for', () => {
      const { code } = z.object({ code: z.string() }).parse(stack.one('cloudfront/function:Function').inputs);
      expect(code).toContain(countOfPages);
      const { functionAssociations = [] } = distribution.defaultCacheBehavior;
      expect(functionAssociations.map(({ eventType }) => eventType)).toEqual(['viewer-request']);
      expect(code.match(/console\./g)).toHaveLength(1);
    });

    it('names the bucket as its origin, where that page is found', () => {
      const { targetOriginId, allowedMethods } = distribution.defaultCacheBehavior;
      expect(origin(targetOriginId)).toMatchObject({ originAccessControlId: 'ReadSiteFiles-id' });
      expect(origin(targetOriginId)?.domainName).toMatch(/sitefiles.*\.s3\.us-east-1\.amazonaws\.com$/);
      expect(allowedMethods).toEqual(['GET', 'HEAD', 'OPTIONS']);
      expect(stack.one('s3/bucketPublicAccessBlock:BucketPublicAccessBlock').inputs).toMatchObject({
        blockPublicPolicy: true,
        restrictPublicBuckets: true,
      });
    });

    it('hands /api/ to the doors, over TLS, uncached, with the secret that they know', () => {
      expect(distribution.orderedCacheBehaviors.map(({ pathPattern }) => pathPattern)).toEqual(['/api/*', embedPaths]);
      const [api] = distribution.orderedCacheBehaviors;
      // AWS's CachingDisabled.
      expect(api?.cachePolicyId).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
      const doors = origin(api?.targetOriginId ?? '');
      expect(doors?.customOriginConfig?.originProtocolPolicy).toBe('https-only');
      expect(doors?.domainName).toMatch(/\.execute-api\.us-east-1\.amazonaws\.com$/);
      expect(doors?.customHeaders).toEqual([{ name: routerSecretHeader, value: `secret-of-RouterSecret${turn}` }]);
    });

    const secrets = knownTurns(turn).map((nth) => `secret-of-RouterSecret${nth}`);

    it('tells the secret to no other origin and no visitor', () => {
      const files = origin(distribution.defaultCacheBehavior.targetOriginId);
      expect(files?.customHeaders ?? []).toEqual([]);
      for (const secret of secrets) expect(JSON.stringify(stack.outputs)).not.toContain(secret);
    });

    it('makes that secret long and by chance, and those before and after it', () => {
      const made = stack.resources.filter(
        ({ type, name }) => type === 'random:index/randomPassword:RandomPassword' && name.startsWith('RouterSecret'),
      );
      expect(made.map(({ name }) => `secret-of-${name}`).sort()).toEqual([...secrets].sort());
      for (const { inputs } of made) expect(inputs).toMatchObject({ length: 48, special: false });
    });

    it.each(['Intake', 'Importer', 'Desk'])('lets %s take any of the three, so that a turn leaves no gap', (door) => {
      expect(stack.environment(door)['ROUTER_SECRET']).toBe(secrets.join(','));
    });

    it('turns without a gap, whichever of CloudFront and the doors is told first; a leap makes all anew', () => {
      for (const said of [turn, turn + 1]) {
        for (const doors of [turn, turn + 1]) expect(knownTurns(doors)).toContain(said);
      }
      expect(knownTurns(turn + 2)).not.toContain(turn);
      expect(knownTurns(turn + 3).filter((nth) => knownTurns(turn).includes(nth))).toEqual([]);
    });

    it('stands behind the firewall', () => {
      expect(distribution.webAclId).toContain(`/${stack.one('wafv2/webAcl:WebAcl').name}`);
    });
  });
}
