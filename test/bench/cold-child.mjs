// One cold start, measured from the inside: the bundle is imported, the handler called once. Plain JavaScript, so that
// stripping types is no part of what is measured.
import { readFileSync } from 'node:fs';

const [bundle, input] = process.argv.slice(2);
const before = performance.now();
const { handler } = await import(bundle);
const { statusCode } = await handler(JSON.parse(readFileSync(input, 'utf8')));
const wall = performance.now();
const { user, system } = process.cpuUsage();
process.stdout.write(`\n${JSON.stringify({ statusCode, work: wall - before, wall, cpu: (user + system) / 1000 })}\n`);
process.exit(0);
