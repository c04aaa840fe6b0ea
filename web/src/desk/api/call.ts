import { routes } from './contract.ts';
import type { Contract, RouteName } from './contract.ts';
import { ownProblem, problemOf } from './problem.ts';
import type { Problem } from './problem.ts';
import { sessionEnded, sessionSeen } from './session.ts';

export type Called<Out> = { readonly ok: Out } | { readonly problem: Problem };

export type Sent = {
  /** The parts of the address, in their order: a reference, a digest, a mailbox. */
  readonly parts?: readonly string[];
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
};

/** Longer than the door ever works; then nobody waits any more. */
const PATIENCE = 20_000;

/** The door keeps its promise by its schemas, so that no page carries them. */
const isPromised = <Name extends RouteName>(_name: Name, body: unknown): body is Contract[Name] => body !== undefined;

/**
 * Asks the desk's door. Never throws: a refusal, a lost line and a nonsense answer are values, with words to show. A call
 * that finds the session over also tells the page's frame, which offers the way to sign in and come back.
 */
export async function call<Name extends RouteName>(name: Name, sent: Sent = {}): Promise<Called<Contract[Name]>> {
  const answer = await fetched(routes[name], sent);
  if (!answer) return { problem: ownProblem('offline') };
  const body = await bodyOf(answer);
  if (answer.ok && isPromised(name, body)) {
    sessionSeen();
    return { ok: body };
  }
  const problem = problemOf(answer.status, body);
  if (problem.code === 'sign-in' || problem.code === 'second-factor') sessionEnded();
  return { problem };
}

async function fetched(route: string, { parts = [], query = {}, body }: Sent): Promise<Response | undefined> {
  const [method = 'GET', path = ''] = route.split(' ');
  try {
    return await fetch(`/api/desk/${filled(path, parts)}${asQuery(query)}`, {
      method,
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    return undefined;
  }
}

function filled(path: string, parts: readonly string[]): string {
  const left = [...parts];
  return path.replace(/\{\w+\}/g, () => encodeURIComponent(left.shift() ?? ''));
}

export function asQuery(query: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : []));
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
}

async function bodyOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}
