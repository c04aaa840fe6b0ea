/**
 * The firewall before everything: a budget of posts for one address, a size, and AWS's own list of attacks.
 * Rules are asked from top to bottom; a rule that only counts leaves a label, and a later one acts on it.
 */
import { asPage, asProblem, refusalHeaders, tooLarge, tooMany } from './firewall-pages.ts';
import {
  and,
  below,
  bodyTooLarge,
  labelled,
  not,
  oftener,
  or,
  post,
  request,
  script,
  teamAtWork,
} from './firewall-statements.ts';
import type { Statement } from './firewall-statements.ts';
import { limits } from './limits.ts';

type Rule = Omit<aws.types.input.wafv2.WebAclRule, 'name' | 'priority' | 'visibilityConfig'> & { name: string };

// ── What it is told ──
const headers = (more: Record<string, string>) =>
  Object.entries({ ...refusalHeaders, ...more }).map(([name, value]) => ({ name, value }));

/** Two rules for one refusal: a script gets problem details, everybody else a page. */
function refuse(name: string, key: string, status: number, more: Record<string, string> = {}): Rule[] {
  const block = (body: string) => ({
    block: {
      customResponse: { responseCode: status, customResponseBodyKey: body, responseHeaders: headers(more) },
    },
  });
  return [
    { name: `${name}ForScripts`, statement: and(labelled(key), script), action: block(`${name}Problem`) },
    { name: `${name}ForPeople`, statement: labelled(key), action: block(`${name}Page`) },
  ];
}

const note = (name: string, statement: Statement, key: string): Rule => ({
  name,
  statement,
  action: { count: {} },
  ruleLabels: [{ name: key }],
});

// ── AWS's own rules ──
/** Those that read bodies. An importer's honest note ("../", "<b>", a link) looks like an attack to them. */
const bodyRules = {
  AWSManagedRulesCommonRuleSet: [
    'SizeRestrictions_BODY',
    'EC2MetaDataSSRF_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
    'CrossSiteScripting_BODY',
  ],
  AWSManagedRulesKnownBadInputsRuleSet: ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY'],
} as const;
const labelSpace = {
  AWSManagedRulesCommonRuleSet: 'awswaf:managed:aws:core-rule-set:',
  AWSManagedRulesKnownBadInputsRuleSet: 'awswaf:managed:aws:known-bad-inputs:',
} as const;
type Group = keyof typeof bodyRules;
const groups: readonly Group[] = ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet'];

const managed = (name: Group): Rule => ({
  name,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: bodyRules[name].map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
});

/** AWS's labels end in `_Body` where its rules end in `_BODY`. Size has a rule of its own above. */
const suspectBody = groups.flatMap((group) =>
  bodyRules[group]
    .filter((rule) => rule !== 'SizeRestrictions_BODY')
    .map((rule) => labelled(labelSpace[group] + rule.replace('_BODY', '_Body'))),
);

/** Whose real request is turned away by the rules that follow: counted, and told to the team (alarms.ts). */
export const refusedRequests = 'RequestRefused';

const rules: Rule[] = [
  note('TooLarge', bodyTooLarge, 'too-large'),
  note('TooMany', oftener(limits.requestsPerWindow, and(post, below('/api/'), not(teamAtWork))), 'too-many'),
  // A whole team works behind one address all day.
  note('TooManyFromDesk', oftener(limits.deskRequestsPerWindow, and(post, teamAtWork)), 'too-many'),
  {
    name: refusedRequests,
    statement: and(request, or(labelled('too-large'), labelled('too-many'))),
    action: { count: {} },
  },
  ...refuse('TooLarge', 'too-large', tooLarge.status),
  ...refuse('TooMany', 'too-many', tooMany.status, { 'Retry-After': String(limits.windowSeconds) }),
  ...groups.map(managed),
  {
    name: 'SuspectBody',
    // Every door takes words that people type, and reads them as text.
    statement: and(not(below('/api/')), or(...suspectBody)),
    action: { block: {} },
  },
];

// Metrics yes; no sampled requests, which keep addresses, paths and cookies.
const counted = (metricName: string) => ({
  metricName,
  cloudwatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

/** Of this stage alone, since metrics are named across a whole account. */
export const firewallMetric = `${$app.name}-${$app.stage}`;

/** Where CloudFront looks for its firewall, and the firewall counts, wherever the rest of the stack is. */
export const firewallRegion = 'us-east-1';

export const firewall = new aws.wafv2.WebAcl('Firewall', {
  scope: 'CLOUDFRONT',
  region: firewallRegion,
  defaultAction: { allow: {} },
  associationConfig: { requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: 'KB_64' } }] },
  customResponseBodies: [
    { key: 'TooLargeProblem', contentType: 'APPLICATION_JSON', content: asProblem(tooLarge) },
    { key: 'TooLargePage', contentType: 'TEXT_HTML', content: asPage(tooLarge) },
    { key: 'TooManyProblem', contentType: 'APPLICATION_JSON', content: asProblem(tooMany) },
    { key: 'TooManyPage', contentType: 'TEXT_HTML', content: asPage(tooMany) },
  ],
  rules: rules.map((rule, priority) => ({ ...rule, priority, visibilityConfig: counted(rule.name) })),
  visibilityConfig: counted(firewallMetric),
});
