import type { CasePage } from '#domain/desk/case-page.ts';
import type { QueuePage, SearchPage } from '#domain/desk/queue.ts';
import type { Me } from './me.ts';

/**
 * What the desk's pages ask of its door: a name, its address and the shape of its answer. Types alone: the door keeps
 * the promise by its schemas, and a test there holds every answer to them.
 */
export type Contract = {
  me: Me;
  'sign-out': unknown;
  'sign-out-everywhere': unknown;
  cases: QueuePage;
  search: SearchPage;
  case: CasePage;
  'case-twin': CasePage;
  move: CasePage;
  record: unknown;
};

export type RouteName = keyof Contract;

/** `:name` is a part of the address, filled in order. */
export const routes: Readonly<Record<RouteName, `${'GET' | 'POST'} ${string}`>> = {
  me: 'GET me',
  'sign-out': 'POST sign-out',
  'sign-out-everywhere': 'POST sign-out-everywhere',
  cases: 'GET cases',
  search: 'GET search',
  case: 'GET cases/:reference',
  'case-twin': 'GET cases/:reference/:digest',
  move: 'POST cases/:reference/:digest/moves',
  record: 'POST cases/:reference/:digest/record',
};
