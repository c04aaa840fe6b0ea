/** Resolves when no finger or button is down: a message that comes between press and release moves the page under it. */
let up = Promise.resolve();
addEventListener('pointerdown', () => {
  up = new Promise((resolve) => {
    for (const end of ['pointerup', 'pointercancel']) {
      addEventListener(end, () => setTimeout(resolve, 100), { once: true });
    }
  });
});

export const released = () => up;
