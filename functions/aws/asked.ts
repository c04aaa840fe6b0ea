import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { StoreUnavailable } from '#casework/ports.ts';

/** Whether a conditional write went through; `false` when its condition did not hold. */
export async function unlessRefused(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await asked(write);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Our own mistakes stay what they are; all else (network, throttling, time-outs, faults at AWS) is a store that cannot be asked now. */
export async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const ours =
      error instanceof ConditionalCheckFailedException ||
      (error instanceof Error && error.name === 'ValidationException');
    throw ours ? error : new StoreUnavailable('the store does not answer', { cause: error });
  }
}
