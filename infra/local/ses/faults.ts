import * as z from 'zod/mini';

export const faultModes = ['none', 'throttle', 'error', 'timeout', 'lost-answer'] as const;

export const faultsSchema = z.strictObject({
  mode: z.enum(faultModes),
  /** Share of the requests that it hits. */
  rate: z._default(z.number().check(z.gte(0), z.lte(1)), 1),
});

export type Faults = z.infer<typeof faultsSchema>;
export type FaultMode = Faults['mode'];

export const faultsHelp = `Send {"mode": ${faultModes.map((mode) => `"${mode}"`).join(' | ')}, "rate": a number from 0 to 1}; rate may be left out and is then 1.`;

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
}
