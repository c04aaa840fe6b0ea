import type { Broker } from '#domain/broker/broker.ts';
import type { MailEvent } from '#domain/case/delivery.ts';
import { noteMailEvent } from './note-mail-event.ts';
import type { FeedbackPorts } from './note-mail-event.ts';

export type Told = { readonly id: string; readonly event: MailEvent | 'not-ours' | undefined };

/**
 * Notes a batch of events, each whatever became of the others; gives the ids of those that are to be told again. One that
 * nobody can read is told again, too: after enough of it the queue keeps it apart, where it wakes a person.
 */
export async function noteAll(ports: FeedbackPorts, broker: Broker, told: readonly Told[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { id, event } of told) if (!(await noted(ports, broker, event))) failed.push(id);
  return failed;
}

async function noted(ports: FeedbackPorts, broker: Broker, event: Told['event']): Promise<boolean> {
  if (event === 'not-ours') return true;
  if (!event) {
    ports.log('feedback-unread');
    return false;
  }
  try {
    await noteMailEvent(ports, broker, event);
    return true;
  } catch (error) {
    const reference = event.letter ? { reference: event.letter.reference } : {};
    ports.log('feedback-failed', { ...reference, error: error instanceof Error ? error.name : 'unknown' });
    return false;
  }
}
