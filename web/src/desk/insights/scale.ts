/** Round steps for an axis: 1, 2 or 5 of some power of ten, so that there are at most `most` of them. */
export function ticksTo(highest: number, most = 4): number[] {
  const rough = Math.max(highest, 1) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((unit) => unit * power).find((unit) => unit >= rough) ?? power * 10);
  return Array.from({ length: Math.ceil(Math.max(highest, 1) / step) + 1 }, (_, at) => at * step);
}

/** Which of `count` places in a row get words, when each needs `room` of `width`: evenly, the last one always. */
export function labelled(count: number, width: number, room: number): (at: number) => boolean {
  const every = Math.max(1, Math.ceil(count / Math.max(1, Math.floor(width / room))));
  return (at) => (count - 1 - at) % every === 0;
}
