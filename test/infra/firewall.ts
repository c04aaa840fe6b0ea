import { createHash } from 'node:crypto';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { limits } from '../../infra/limits.ts';
import type { Stack } from './stack.ts';

const Rule = z.object({
  name: z.string(),
  priority: z.number(),
  statement: z.unknown(),
  action: z.unknown().optional(),
  overrideAction: z.unknown().optional(),
  ruleLabels: z.array(z.object({ name: z.string() })).optional(),
});
const Firewall = z.object({
  scope: z.string(),
  region: z.string(),
  defaultAction: z.unknown(),
  associationConfig: z.unknown(),
  rules: z.array(Rule),
  customResponseBodies: z.array(z.object({ key: z.string(), contentType: z.string(), content: z.string() })),
});
const Blocked = z.object({
  block: z.object({
    customResponse: z.object({
      responseCode: z.number(),
      customResponseBodyKey: z.string(),
      responseHeaders: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  }),
});
const Problem = z.object({ title: z.string(), status: z.number(), detail: z.string() });

export function firewall(stack: Stack) {
  const wall = Firewall.parse(stack.one('wafv2/webAcl:WebAcl').inputs);
  const rule = (name: string) => {
    const found = wall.rules.find((one) => one.name === name);
    if (!found) throw new Error(`no rule ${name}`);
    return found;
  };
  /** What a blocked visitor gets. */
  const answer = (name: string) => {
    const { responseCode, customResponseBodyKey, responseHeaders } = Blocked.parse(rule(name).action).block
      .customResponse;
    const body = wall.customResponseBodies.find(({ key }) => key === customResponseBodyKey);
    const headers = Object.fromEntries(responseHeaders.map(({ name: header, value }) => [header, value]));
    return { status: responseCode, headers, contentType: body?.contentType, content: body?.content ?? '' };
  };

  const teamAtWork = {
    andStatement: {
      statements: [
        { byteMatchStatement: { searchString: '/api/desk/', positionalConstraint: 'STARTS_WITH' } },
        { notStatement: { statements: [{ byteMatchStatement: { searchString: '/api/desk/sign-in' } }] } },
      ],
    },
  };

  describe('firewall', () => {
    it('is where CloudFront looks for it, and reads whole bodies', () => {
      expect(wall).toMatchObject({
        scope: 'CLOUDFRONT',
        region: 'us-east-1',
        defaultAction: { allow: {} },
        associationConfig: { requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: 'KB_64' } }] },
      });
    });

    it('asks its rules in this order', () => {
      expect(wall.rules.map(({ name }) => name)).toEqual([
        'TooLarge',
        'TooMany',
        'TooManyFromDesk',
        'RequestRefused',
        'TooLargeForScripts',
        'TooLargeForPeople',
        'TooManyForScripts',
        'TooManyForPeople',
        'AWSManagedRulesCommonRuleSet',
        'AWSManagedRulesKnownBadInputsRuleSet',
        'SuspectBody',
      ]);
      expect(wall.rules.map(({ priority }) => priority)).toEqual(wall.rules.map((_, place) => place));
    });

    it('counts posts to /api/ by address, as limits.ts says', () => {
      expect(rule('TooMany')).toMatchObject({
        action: { count: {} },
        ruleLabels: [{ name: 'too-many' }],
        statement: {
          rateBasedStatement: {
            aggregateKeyType: 'IP',
            limit: limits.requestsPerWindow,
            evaluationWindowSec: limits.windowSeconds,
            scopeDownStatement: {
              andStatement: {
                statements: [
                  { byteMatchStatement: { searchString: 'POST', positionalConstraint: 'EXACTLY' } },
                  { byteMatchStatement: { searchString: '/api/', positionalConstraint: 'STARTS_WITH' } },
                  { notStatement: { statements: [teamAtWork] } },
                ],
              },
            },
          },
        },
      });
    });

    it('leaves a team at its desk more, but not who is about to sign in', () => {
      expect(rule('TooManyFromDesk')).toMatchObject({
        action: { count: {} },
        ruleLabels: [{ name: 'too-many' }],
        statement: {
          rateBasedStatement: {
            limit: limits.deskRequestsPerWindow,
            scopeDownStatement: { andStatement: { statements: [{}, teamAtWork] } },
          },
        },
      });
    });

    it('finds bodies over the limit, also where it cannot read to the end', () => {
      expect(rule('TooLarge')).toMatchObject({
        action: { count: {} },
        ruleLabels: [{ name: 'too-large' }],
        statement: {
          sizeConstraintStatement: {
            comparisonOperator: 'GT',
            size: limits.bodyBytes,
            fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
          },
        },
      });
    });

    it('counts the requests of importers that it is about to refuse, and lets that count stop nothing', () => {
      const label = (key: string) => ({ labelMatchStatement: { scope: 'LABEL', key } });
      expect(rule('RequestRefused')).toMatchObject({
        action: { count: {} },
        statement: {
          andStatement: {
            statements: [
              {
                andStatement: {
                  statements: [
                    { byteMatchStatement: { searchString: 'POST', positionalConstraint: 'EXACTLY' } },
                    { byteMatchStatement: { searchString: '/api/requests/', positionalConstraint: 'STARTS_WITH' } },
                  ],
                },
              },
              { orStatement: { statements: [label('too-large'), label('too-many')] } },
            ],
          },
        },
      });
    });

    it.each([
      ['TooMany', 429, 'too-many'],
      ['TooLarge', 413, 'too-large'],
    ])('%s: tells a script in JSON and a person on a page', (name, status, label) => {
      const script = answer(`${name}ForScripts`);
      expect(script).toMatchObject({ status, contentType: 'APPLICATION_JSON' });
      expect(Problem.parse(JSON.parse(script.content)).status).toBe(status);
      expect(JSON.stringify(rule(`${name}ForScripts`).statement)).toContain('application/json');

      const person = answer(`${name}ForPeople`);
      expect(person).toMatchObject({ status, contentType: 'TEXT_HTML' });
      expect(rule(`${name}ForPeople`).statement).toEqual({ labelMatchStatement: { scope: 'LABEL', key: label } });
    });

    it.each(['TooManyForPeople', 'TooLargeForPeople'])('%s: is calm, helps, and stands alone', (name) => {
      const { content, headers } = answer(name);
      expect(content).toContain('Nothing you typed is lost. Press Back');
      expect(content).toContain(broker.phone);
      expect(content).toContain(`licensed customs broker no. ${broker.licenceNumber}. We are not CBP.`);
      expect(content).toContain('<html lang="en">');
      expect(content).not.toMatch(/<script|<link|src=|url\(/);
      // AWS keeps 4 KB of a body.
      expect(Buffer.byteLength(content)).toBeLessThan(4096);
      expect(headers).toMatchObject({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
      expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
    });

    it('says no more headers than AWS takes, and one of them lets the page have its style and nothing else', () => {
      const all = ['TooManyForScripts', 'TooManyForPeople', 'TooLargeForScripts', 'TooLargeForPeople'].map(answer);
      for (const { headers } of all) expect(Object.keys(headers).length).toBeLessThanOrEqual(10);
      for (const { headers, content, contentType } of all.filter((one) => one.contentType === 'TEXT_HTML')) {
        const [, style = ''] = /<style>([^]*?)<\/style>/.exec(content) ?? [];
        const hash = createHash('sha256').update(style).digest('base64');
        expect(headers['Content-Security-Policy'], contentType).toContain(`style-src 'sha256-${hash}';`);
        expect(content).not.toMatch(/ style=|javascript:/);
      }
    });

    it('says when to try again', () => {
      for (const name of ['TooManyForScripts', 'TooManyForPeople']) {
        expect(answer(name).headers['Retry-After']).toBe(String(limits.windowSeconds));
      }
    });

    it("asks AWS's own rules, which only count what they find in bodies", () => {
      expect(rule('AWSManagedRulesCommonRuleSet')).toMatchObject({
        overrideAction: { none: {} },
        statement: {
          managedRuleGroupStatement: {
            vendorName: 'AWS',
            ruleActionOverrides: [
              'SizeRestrictions_BODY',
              'EC2MetaDataSSRF_BODY',
              'GenericLFI_BODY',
              'GenericRFI_BODY',
              'CrossSiteScripting_BODY',
            ].map((name) => ({ name, actionToUse: { count: {} } })),
          },
        },
      });
    });

    it('acts on a suspect body everywhere but at the doors, where people write notes', () => {
      const { statement, action } = rule('SuspectBody');
      expect(action).toEqual({ block: {} });
      expect(statement).toMatchObject({
        andStatement: {
          statements: [
            { notStatement: { statements: [{ byteMatchStatement: { searchString: '/api/' } }] } },
            { orStatement: {} },
          ],
        },
      });
      expect(JSON.stringify(statement)).toContain('awswaf:managed:aws:core-rule-set:CrossSiteScripting_Body');
      expect(JSON.stringify(statement)).not.toContain('SizeRestrictions');
    });

    it('lets the canary pass: no rule asks who hosts a visitor, and a script that says what it is offends none of them', () => {
      const groups = wall.rules.flatMap((one) => (/"vendorName":"AWS"/.test(JSON.stringify(one)) ? [one.name] : []));
      // Of these two, one looks at the browser's name: it wants one, and refuses those of scanners (nessus, nmap).
      expect(groups).toEqual(['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet']);
      expect(JSON.stringify(wall.rules)).not.toMatch(/user-agent|geoMatch|ipSetReference|asnMatch/i);
      // Four posts an hour, of a kilobyte.
      expect(limits.requestsPerWindow).toBeGreaterThan(4);
      expect(limits.bodyBytes).toBeGreaterThan(4096);
    });

    it('keeps no sample of a request and no log', () => {
      expect(JSON.stringify(wall)).not.toContain('"sampledRequestsEnabled":true');
      expect(stack.all('wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration')).toEqual([]);
    });
  });
}
