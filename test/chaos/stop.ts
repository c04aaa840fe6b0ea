import { setImmediate as turn } from 'node:timers/promises';

/** Where a process stops for good: at its n-th call to a port, before the call has its effect, or after it and before its answer. */
export type Stop = { readonly at: number; readonly when: 'before' | 'after' };

export type Seam = {
  /** A port that counts its calls, and at one of them is the process's end. */
  readonly through: <P extends object>(name: string, port: P) => P;
  /** Comes when it stopped: whatever still ran then runs no more. */
  readonly stopped: Promise<undefined>;
  /** The call at which it stopped, `mailer.send`; nothing while it lives. */
  readonly last: () => string | undefined;
};

/**
 * A kill within a process, while a call that one chooses is on its way. What does not wait for that call still has its
 * turn: an answer that is given too early is given. Then nothing goes on, not even a `catch`: calls of the dead have no
 * effect and are never answered.
 */
export function seam({ at, when }: Stop): Seam {
  const never = new Promise<never>(() => undefined);
  const { promise: stopped, resolve: stop } = Promise.withResolvers<undefined>();
  const life: { calls: number; last?: string; isOver: boolean } = { calls: 0, isOver: false };
  const end = async (name: string) => {
    life.last = name;
    await turn();
    life.isOver = true;
    stop(undefined);
    return never;
  };
  const isOver = () => life.isOver;
  const call = async (name: string, effect: () => unknown): Promise<unknown> => {
    if (isOver()) return never;
    life.calls += 1;
    const isTheLast = life.calls === at;
    if (isTheLast && when === 'before') return end(name);
    const answer = await effect();
    if (isTheLast) return end(name);
    return isOver() ? never : answer;
  };
  const through = <P extends object>(name: string, port: P): P =>
    new Proxy(port, {
      get(target, key, receiver) {
        const value: unknown = Reflect.get(target, key, receiver);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => call(`${name}.${String(key)}`, () => Reflect.apply(value, target, given));
      },
    });
  return { through, stopped, last: () => life.last };
}

/** A process that nobody kills. */
export const unkilled: Stop = { at: 0, when: 'before' };
