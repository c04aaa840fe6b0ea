/** An evaluated stack, with the few questions that tests ask of it. */
import * as z from 'zod';

export type Resource = {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly retainOnDelete: boolean;
};

const Policy = z.object({
  Statement: z.array(
    z.object({
      Effect: z.string(),
      Action: z.union([z.string(), z.array(z.string())]),
      Resource: z.union([z.string(), z.array(z.string())]).optional(),
      Principal: z.unknown().optional(),
      Condition: z.array(z.object({ test: z.string(), variable: z.string(), values: z.array(z.string()) })).optional(),
    }),
  ),
});
const Role = z.object({
  assumeRolePolicy: z.unknown(),
  managedPolicyArns: z.array(z.string()).optional(),
  inlinePolicies: z.array(z.object({ policy: z.string() })),
});

const Environment = z.object({ environment: z.object({ variables: z.record(z.string(), z.string()) }) });

export type Right = { readonly action: string; readonly resource: string; readonly when: readonly string[] };

const list = (value: string | string[] | undefined) => [value ?? []].flat();

export class Stack {
  readonly app: { readonly name: string; readonly stage: string; readonly removal: string; readonly protect: boolean };
  readonly resources: readonly Resource[];
  readonly errors: readonly string[];
  readonly outputs: Readonly<Record<string, unknown>>;
  /** What the deployer would have read meanwhile. */
  readonly said: string;

  constructor(evaluated: Pick<Stack, 'app' | 'resources' | 'errors' | 'outputs' | 'said'>) {
    this.app = evaluated.app;
    this.resources = evaluated.resources;
    this.errors = evaluated.errors;
    this.outputs = evaluated.outputs;
    this.said = evaluated.said;
  }

  /** `type` as in `dynamodb/table:Table`. */
  all(type: string): Resource[] {
    return this.resources.filter((resource) => resource.type === `aws:${type}`);
  }

  /** The only one of its type, or the only one whose name begins so. */
  one(type: string, name = ''): Resource {
    const [found, ...more] = this.all(type).filter((resource) => resource.name.startsWith(name));
    if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} of ${type} ${name}`);
    return found;
  }

  /** What a door finds in its environment. */
  environment(door: string): Record<string, string> {
    return Environment.parse(this.one('lambda/function:Function', door).inputs).environment.variables;
  }

  /** One line for each action on each resource, sorted: what a role may do and nothing else. */
  rights(role: string): Right[] {
    const { inlinePolicies, managedPolicyArns } = Role.parse(this.one('iam/role:Role', role).inputs);
    const written = inlinePolicies.flatMap(({ policy }) => Policy.parse(JSON.parse(policy)).Statement);
    const rights = written.flatMap((statement) =>
      list(statement.Action).flatMap((action) =>
        list(statement.Resource).map((resource) => ({
          action: statement.Effect === 'Allow' ? action : `${statement.Effect} ${action}`,
          resource,
          when: (statement.Condition ?? []).map(
            ({ test, variable, values }) => `${test} ${variable} ${values.join('|')}`,
          ),
        })),
      ),
    );
    const managed = (managedPolicyArns ?? []).map((arn) => ({
      action: `everything in ${arn}`,
      resource: '*',
      when: [],
    }));
    return [...rights, ...managed].sort((a, b) =>
      `${a.action} ${a.resource}`.localeCompare(`${b.action} ${b.resource}`),
    );
  }
}

/** A policy that came as text or as data. */
export const parsePolicy = (policy: unknown) =>
  Policy.parse(typeof policy === 'string' ? JSON.parse(policy) : policy).Statement;
