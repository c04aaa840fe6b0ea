// Warm calls of both handlers in one process, a batch of the one, a batch of the other. Its own process, so that the
// door's log lines go nowhere.
import { readFileSync } from 'node:fs';

const { doors, batches, skip } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const handlers = {};
for (const [name, { code, environment }] of Object.entries(doors)) {
  Object.assign(process.env, environment);
  handlers[name] = (await import(code)).handler;
}

async function perSecond(handler, inputs) {
  const start = performance.now();
  for (const input of inputs) {
    const { statusCode } = await handler(input);
    if (statusCode !== 201) throw new Error(`answered ${statusCode}`);
  }
  return inputs.length / ((performance.now() - start) / 1000);
}

const rates = { door: [], bare: [] };
for (const [nth, inputs] of batches.entries()) {
  for (const name of nth % 2 ? ['door', 'bare'] : ['bare', 'door']) {
    const rate = await perSecond(handlers[name], inputs[name]);
    if (nth >= skip) rates[name].push(rate);
  }
}
// Not before it was handed over: leaving at once may lose it.
process.send(rates, () => process.exit(0));
