import { broker } from '../../broker.config.ts';
import type { CaseStore } from '#casework/ports.ts';
import type { Case } from '#domain/case/case.ts';
import type { LinkPurpose, Mailbox } from '#domain/case/letter-parts.ts';
import { later, withMailedLink } from '#test/fakes/importer-cases.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryAskStore } from '#test/fakes/memory-desk.ts';
import { memoryTrail } from '#test/fakes/memory-trail.ts';
import { aMonday } from '#test/fakes/requests.ts';
import { importerApp, importerRoutes } from '../../functions/http/importer/importer-app.ts';
import type { ImporterEdge } from '../../functions/http/importer/importer-edge.ts';
import { asForm, asJson, asking, routerSecret } from './desk.ts';
import type { Logged, Sent } from './desk.ts';

/** The importer's door as the Router reaches it. */
export const siteUrl = 'http://localhost';

export function importerDoor(cases: CaseStore = memoryCaseStore(), change: Partial<ImporterEdge> = {}, now = aMonday) {
  const logged: Logged[] = [];
  const asks = memoryAskStore();
  const audit = memoryTrail();
  const edge: ImporterEdge = {
    ports: { cases, asks, audit, now: () => now },
    broker,
    locale: 'en',
    siteUrl,
    routerSecret,
    log: (event, details = {}) => logged.push({ event, details }),
    newErrorId: () => 'E-7F3A9C',
    ...change,
  };
  const app = importerApp(edge);
  const request = asking(app);
  const send = async (method: string, path: string, { body, headers = {} }: Sent = {}) =>
    request(`/api/importer/${path}`, {
      method,
      headers: { 'x-router-secret': routerSecret, accept: 'text/html', ...headers },
      ...(body !== undefined && { body }),
    });
  return {
    app,
    routes: importerRoutes(edge).map(({ name }) => name),
    asks,
    audit,
    logged,
    request,
    send,
    get: (path: string) => send('GET', path),
    form: (path: string, values: Readonly<Record<string, string>> | string = {}) => send('POST', path, asForm(values)),
    json: (path: string, value: unknown) => send('POST', path, asJson(value, { accept: 'application/json' })),
  };
}

/** A door in front of one case with a fresh link to its page. */
export async function doorTo(of: Case, purpose: LinkPurpose = 'case', mailbox: Mailbox = 'contact', now = later(60)) {
  const cases = memoryCaseStore();
  const { case: linked, part } = withMailedLink(of, purpose, mailbox);
  await cases.put(linked);
  const door = importerDoor(cases, {}, now);
  const stored = (): Case => {
    const [one] = cases.all();
    if (!one) throw new Error('the case is gone');
    return one;
  };
  return { ...door, cases, part, stored, at: `${purpose}/${part}` };
}
