import * as z from 'zod/mini';
import { looksLikeGovernment } from './government-name.ts';
import { isAddress, isHttps, isOrigin } from './said.ts';

/** What `broker.config.ts` may be asked for, each with the words for the person who edits it: what was written and what is wanted. */
export const unlike =
  (wanted: string) =>
  ({ input }: { readonly input?: unknown }): string =>
    input === undefined || input === ''
      ? `is missing. It wants ${wanted}.`
      : `is ${JSON.stringify(input)}. It wants ${wanted}.`;

export const text = (fine: (text: string) => boolean, wanted: string) =>
  z.custom<string>((value) => typeof value === 'string' && fine(value), { error: unlike(wanted) });
const number = (fine: (value: number) => boolean, wanted: string) =>
  z.custom<number>((value) => typeof value === 'number' && Number.isFinite(value) && fine(value), {
    error: unlike(wanted),
  });
export const positive = (wanted: string) => number((value) => value > 0, wanted);
export const atLeast = (least: number, wanted: string) => number((value) => value >= least, wanted);
export const object = <Shape extends z.core.$ZodShape>(shape: Shape, wanted: string) =>
  z.object(shape, { error: unlike(wanted) });
export const list = <Item extends z.core.$ZodType>(item: Item, wanted: string) =>
  z.array(item, { error: unlike(wanted) });
export const filled = <Item extends z.core.$ZodType>(item: Item, wanted: string) =>
  list(item, wanted).check(z.minLength(1, { error: unlike(wanted) }));

export const address = (example: string) => text(isAddress, `an email address, for example "${example}"`);
export const link = text(isHttps, 'an address that begins with https://, for example "https://broker.example"');

/** A name of the government's, or a domain that only governments get. */
const ofGovernment = (origin: string) =>
  looksLikeGovernment(new URL(origin).hostname) || /\.(gov|mil)(:|$)/.test(origin);

export const ownOrigin = text(
  isOrigin,
  'a website of yours, by https and its name alone, for example "https://www.broker.example"',
).check(
  z.refine((said) => !isOrigin(said) || !ofGovernment(said), {
    error: unlike('a website of your own, not the government\'s, for example "https://www.broker.example"'),
  }),
);
