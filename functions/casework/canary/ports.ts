import type { CaseReference } from '#domain/case/reference.ts';
import type { CanaryState } from '#domain/desk/canary-state.ts';

/** What became of the last canaries: one small item. Every write is conditional. */
export type CanaryStore = {
  /** Puts the first state, unless there is one: then nothing changes. */
  put(one: CanaryState): Promise<'stored' | 'already-stored'>;
  /** The state as it is now (a consistent read), or nothing before the first canary. */
  read(id: CanaryState['id']): Promise<CanaryState | undefined>;
  /** Replaces one whose `rev` still is `readRev`; else nothing changes. */
  save(next: CanaryState, readRev: number): Promise<'saved' | 'moved'>;
};

/** What a door answered: its status (0: nobody answered), the reference that it showed, or why there is none. */
export type Posted = { readonly status: number; readonly reference?: CaseReference; readonly why?: string };

export type PublicDoor = {
  /** Sends a request as the form's page does, from outside. Never throws, never takes longer than 20 s. */
  post(type: string, request: Readonly<Record<string, string>>): Promise<Posted>;
};
