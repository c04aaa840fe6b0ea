import type { CasePage } from '#domain/desk/case-page.ts';
import type { Me } from '#domain/desk/session.ts';
import { atWords } from '../../ui/clock.ts';
import { say } from '../words.ts';

type Team = { readonly members: readonly Me['members'][number][] };

/** What the second look has to see. */
const before: readonly CasePage['checks'][number]['kind'][] = ['call-back', 'power-of-attorney', 'certifier'];

/** Why this member does not make the second look now, in words; undefined when nothing stands against it. */
export function lookRefusal({ look, checks }: Pick<CasePage, 'look' | 'checks'>, team: Team): string | undefined {
  if (!look || look.refused === 'look-first') return say('look.look-first');
  if (checks.some(({ kind, state }) => before.includes(kind) && state !== 'passed')) return say('look.last');
  switch (look.refused) {
    case undefined:
      return undefined;
    case 'too-soon':
      return say('look.too-soon', { until: atWords(Date.parse(look.until ?? '')) });
    case 'not-your-own-look':
    case 'no-licence-in-look':
      return say(`look.${look.refused}`, { names: whoMay(look, team).join(', ') });
  }
}

/** Another one than looked first; with a licence, when that one had none. */
const whoMay = ({ first }: NonNullable<CasePage['look']>, { members }: Team): string[] =>
  members
    .filter(({ email, role }) => email !== first?.who && (first?.licensed === true || role === 'licensed'))
    .map(({ name }) => name);
