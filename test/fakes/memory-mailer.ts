import type { Mail, Mailer, Sending } from '#casework/ports.ts';

/** Ends of a call that brought no answer back. */
const unanswered: readonly string[] = ['AbortError', 'TimeoutError', 'ECONNRESET'];

/** A mailer that keeps what it is given; `fault` says what goes wrong with a mail, if anything. */
export function memoryMailer(fault: (mail: Mail, nth: number) => string | undefined = () => undefined) {
  const sent: Mail[] = [];
  let calls = 0;
  const mailer: Mailer = {
    send(mail): Promise<Sending> {
      calls += 1;
      const failed = fault(mail, calls);
      if (failed !== undefined)
        return Promise.resolve({ failed, ...(unanswered.includes(failed) && { unsure: true }) });
      sent.push(mail);
      return Promise.resolve({ sent: `memory-${String(sent.length)}` });
    },
  };
  return { mailer, sent };
}
