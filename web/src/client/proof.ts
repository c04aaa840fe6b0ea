import { form } from './dom.ts';

/** A phone that is far slower than any we know still sends its request, without a proof. */
const LONGEST_MS = 8000;

/**
 * The proof of work for what is about to be sent; nothing where the broker asks for none, or where it cannot be worked
 * out. It never keeps a request from being sent: the door takes one without, too.
 */
export const proofFor = (sent: object): Promise<string | undefined> =>
  new Promise((resolve) => {
    const script = form.dataset['work'];
    if (!script) {
      resolve(undefined);
      return;
    }
    setTimeout(() => resolve(undefined), LONGEST_MS);
    try {
      const worker = new Worker(script);
      worker.onerror = () => resolve(undefined);
      worker.onmessage = ({ data }: MessageEvent<string>) => {
        worker.terminate();
        resolve(data);
      };
      worker.postMessage(sent);
    } catch {
      resolve(undefined);
    }
  });
