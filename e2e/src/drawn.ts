import { expect, Page } from '@playwright/test';

/**
 * Waits until a page has come to rest: its fonts are there, nothing moves that
 * will stop, two frames later it has neither grown nor shrunk, and it is no wider
 * than the window.
 */
export async function expectDrawn(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(watch)).toBe('at rest');
}

/** Runs in the browser: what a page does during two frames. */
async function watch(): Promise<string> {
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
  if (moves || measure() !== before) {
    return 'moving';
  }
  const { scrollWidth } = document.documentElement;
  return scrollWidth > innerWidth
    ? `${scrollWidth} px wide in a window of ${innerWidth} px`
    : 'at rest';
}
