import * as z from 'zod/mini';

export const faultModes = ['none', 'throttle', 'error', 'timeout', 'lost-answer'] as const;

/** How what became of a mail is told: `late` holds it back until another day, `none` loses it. */
export const eventFaults = ['prompt', 'late', 'twice', 'shuffled', 'none'] as const;

export const faultsSchema = z.strictObject({
  mode: z.enum(faultModes),
  /** Share of the requests that it hits. */
  rate: z._default(z.number().check(z.gte(0), z.lte(1)), 1),
  /** Left out, it is `prompt`. */
  events: z.optional(z.enum(eventFaults)),
});

export type Faults = z.infer<typeof faultsSchema>;
export type FaultMode = Faults['mode'];
export type EventFault = NonNullable<Faults['events']>;

const oneOf = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(' | ');

export const faultsHelp = [
  `Send {"mode": ${oneOf(faultModes)}, "rate": a number from 0 to 1, "events": ${oneOf(eventFaults)}}; rate may be left out and is then 1.`,
  'events may be left out and is then "prompt"; "late" holds them back until it is something else, "none" loses them.',
  'Any mode goes with any events: the mode says what befalls a call, events what is told of the mail that was taken ("lost-answer" takes it).',
].join(' ');

/** How bad the day is; in memory only, so a restart always begins a good one. */
export class FaultBoard {
  faults: Faults = { mode: 'none', rate: 1 };
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** What befalls the request at hand. */
  strike(): FaultMode {
    return this.#random() < this.faults.rate ? this.faults.mode : 'none';
  }

  roll(): number {
    return this.#random();
  }
}
