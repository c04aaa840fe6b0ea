import { faultsSchema } from '../faults.ts';
import { find } from './element.ts';

const form = find('faults', HTMLFormElement);
const mode = find('mode', HTMLSelectElement);
const rate = find('rate', HTMLInputElement);
const share = find('share', HTMLOutputElement);
const events = find('events', HTMLSelectElement);

/** From the first touch until the server knows: what it says meanwhile is old. */
let touched = false;

/** Shows the faults as the server has them, for a test or another tab may change them too. */
export const refreshFaults = async (): Promise<void> => {
  const faults = faultsSchema.parse(await (await fetch('/faults')).json());
  if (touched) return;
  mode.value = faults.mode;
  rate.value = String(Math.round(faults.rate * 100));
  events.value = faults.events ?? 'prompt';
  paint();
};

const paint = () => {
  share.value = `${rate.value} % of mail`;
  form.dataset['bad'] = String((mode.value !== 'none' && rate.value !== '0') || events.value !== 'prompt');
  form.dataset['mode'] = mode.value;
};

const save = async (): Promise<void> => {
  const faults = { mode: mode.value, rate: Number(rate.value) / 100, events: events.value };
  await fetch('/faults', { method: 'PUT', body: JSON.stringify(faults) });
  touched = false;
};

export const listenToFaults = (): void => {
  form.addEventListener('input', () => {
    touched = true;
    paint();
  });
  form.addEventListener('change', () => void save());
  form.addEventListener('submit', (event) => event.preventDefault());
};
