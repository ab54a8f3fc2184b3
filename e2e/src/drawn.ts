import { expect, Page } from '@playwright/test';

/**
 * Waits until a page has come to rest: its fonts are there, nothing moves that
 * will stop, and two frames later it has neither grown nor shrunk.
 */
export async function expectDrawn(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(isAtRest)).toBe(true);
}

/** Runs in the browser. */
async function isAtRest(): Promise<boolean> {
  const frame = () => new Promise(requestAnimationFrame);
  const measure = () => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const elements = document.querySelectorAll('*').length;
    return [scrollWidth, scrollHeight, elements].join();
  };
  await document.fonts.ready;
  const before = measure();
  await frame();
  await frame();
  // The bar over a running task moves for ever.
  const moves = document
    .getAnimations()
    .some(
      ({ playState, effect }) =>
        playState === 'running' &&
        Number.isFinite(effect?.getComputedTiming().endTime),
    );
  return !moves && measure() === before;
}
