import type { Log } from '../ports.ts';
import type { Alarm, AlarmSaid, Webhook } from './ports.ts';

export type TellAlarmPorts = { readonly webhook: Webhook; readonly log: Log };

/** Tells one alarm. What nobody took is thrown: the platform tries again, and keeps what it gives up. */
export async function tellAlarm({ webhook, log }: TellAlarmPorts, { id, ...alarm }: Alarm): Promise<void> {
  const posted = await webhook.post(id, { type: 'alarm', ...alarm, text: textOf(alarm) });
  const { name, state } = alarm;
  if (posted !== 'taken') {
    log('alarm-untold', { alarm: name, state, reason: posted.failed });
    throw new Error(`the webhook did not take an alarm: ${posted.failed}`);
  }
  log('alarm-told', { alarm: name, state });
}

function textOf({ severity, name, state, what }: Omit<AlarmSaid, 'type' | 'text'>): string {
  switch (state) {
    case 'alarm':
      return `${severity === 'urgent' ? 'Urgent' : 'Soon'}: ${name}. ${what}`;
    case 'ok':
      return `Over: ${name}.`;
    case 'unknown':
      return `Not measured any more: ${name}.`;
  }
}
