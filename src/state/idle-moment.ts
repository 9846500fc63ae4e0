// A moment in which the user is neither typing nor tapping and the browser has nothing better to do: for work that can
// wait and must never be felt.

/** After the last touch of the user, in milliseconds. */
const QUIET_MS = 1_500;
/** A browser that is never idle is not waited for any longer. */
const PATIENCE_MS = 5_000;

let lastTouch = Number.NEGATIVE_INFINITY;

/** Begins to notice the user. Call once. */
export function watchIdle(): void {
  const touched = () => {
    lastTouch = performance.now();
  };
  for (const type of ['input', 'keydown', 'pointerdown']) {
    addEventListener(type, touched, { capture: true, passive: true });
  }
}

/** Resolves at the next such moment; at once where nobody is looking. */
export async function idleMoment(): Promise<void> {
  for (;;) {
    const wait = lastTouch + QUIET_MS - performance.now();
    if (wait <= 0 || document.visibilityState === 'hidden') break;
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
  }
  // Missing in Safari.
  if (!('requestIdleCallback' in globalThis) || document.visibilityState === 'hidden') return;
  await new Promise((resolve) => {
    requestIdleCallback(resolve, { timeout: PATIENCE_MS });
  });
}
