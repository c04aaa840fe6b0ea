import type { EventFault, FaultBoard } from '../faults.ts';
import type { EventQueue } from './event-queue.ts';
import { eventsOf, type PlannedEvent, type TakenMail } from './events.ts';
import type { Mailboxes } from './mailboxes.ts';

/** Puts into the queue what will become of a mail. It all lies on the disk before SES answers, so a kill loses none. */
export const publish = async (
  mail: TakenMail,
  to: { mailboxes: Mailboxes; queue: EventQueue; faults: FaultBoard },
): Promise<void> => {
  // Without a configuration set SES tells nobody.
  if (mail.configurationSet === undefined) return;
  const planned = eventsOf(mail, (address) => to.mailboxes.stateOf(address));
  const coming = befallen(planned, to.faults.faults.events ?? 'prompt', () => to.faults.roll());
  await Promise.all(coming.map(({ at, event }) => to.queue.add(JSON.stringify(event), mail.region, at)));
};

const secondTimeMs = 150;
const shuffledMs = 1500;

/** What the day makes of the events. None comes before it happened. */
const befallen = (planned: PlannedEvent[], fault: EventFault, roll: () => number): PlannedEvent[] => {
  switch (fault) {
    case 'none':
      return [];
    case 'twice':
      return [...planned, ...planned.map((one) => ({ ...one, at: one.at + secondTimeMs }))];
    case 'shuffled':
      return planned.map((one) => ({ ...one, at: one.at + roll() * shuffledMs }));
    // What is late lies in the queue like the rest; it is not handed out while the day is so.
    case 'late':
    case 'prompt':
      return planned;
  }
};
