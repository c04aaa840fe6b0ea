/**
 * Tells a screen reader what changed, when it pauses. One region for the whole page, in its layout: two would talk over each
 * other. The same words twice are spoken twice.
 */
export function announce(text: string): void {
  const region = document.querySelector('#said');
  if (!region) return;
  region.textContent = '';
  requestAnimationFrame(() => (region.textContent = text));
}
