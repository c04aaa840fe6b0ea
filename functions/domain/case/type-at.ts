import type { RequestTypeName } from '../requests/registry.ts';
import type { Case } from './case.ts';

/** Which request the case was at a moment (ISO): who was told of one then is not told of another later. */
export const typeAt = (of: Pick<Case, 'type' | 'was'>, moment: string): RequestTypeName =>
  of.was.find(({ at }) => at > moment)?.type ?? of.type;
