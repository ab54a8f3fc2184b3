import { expect, Page } from '@playwright/test';
import path from 'node:path';
import { expectDrawn } from './drawn';
import { expectFits } from './fits';
import { artefacts } from './portal';

const THEMES = ['light', 'dark'] as const;

const WIDTHS = { narrow: 360, wide: 1400 } as const;

const HEIGHT = 900;

type Theme = (typeof THEMES)[number];

/**
 * Shows a page in light and then in dark, and does something in each. The
 * portal follows the system's colours until somebody chooses; `ready` waits for
 * what is to be seen, and fails where the change has lost it.
 */
export async function inEachTheme(
  page: Page,
  ready: () => Promise<void>,
  run: (theme: Theme) => Promise<void>,
): Promise<void> {
  for (const theme of THEMES) {
    await show(page, theme, ready);
    await run(theme);
  }
  await show(page, THEMES[0], ready);
}

async function show(
  page: Page,
  theme: Theme,
  ready: () => Promise<void>,
): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('body')).toHaveAttribute('data-theme-mode', theme);
  await ready();
}

/**
 * Leaves a picture of a whole page, in a window as tall as the page: in a smaller one
 * what lies below its edge is not always painted, and what sticks to the edge covers
 * the middle of the picture.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  await expectDrawn(page);
  const window = await page.evaluate(() => ({
    width: innerWidth,
    height: innerHeight,
  }));
  const height = await page.evaluate(
    () => document.documentElement.scrollHeight,
  );
  await page.setViewportSize({ ...window, height });
  await expectDrawn(page);
  await page.screenshot({
    path: path.join(artefacts, 'pictures', `${name}.png`),
    fullPage: true,
  });
  await page.setViewportSize(window);
}

/**
 * Leaves pictures of a page in light and dark, wide and narrow, and does something
 * more in each theme.
 */
export async function takePictures(
  page: Page,
  name: string,
  ready: () => Promise<void>,
  more: () => Promise<void> = async () => {},
): Promise<void> {
  await inEachTheme(page, ready, async theme => {
    for (const [width, pixels] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width: pixels, height: HEIGHT });
      await ready();
      await takePicture(page, `${name}-${theme}-${width}`);
    }
    await more();
  });
}

/** Fails where something of a page does not fit a telephone. */
export async function expectFitsNarrow(
  page: Page,
  options: { except?: readonly string[] } = {},
): Promise<void> {
  await page.setViewportSize({ width: WIDTHS.narrow, height: HEIGHT });
  await expectFits(page, options);
  await page.setViewportSize({ width: WIDTHS.wide, height: HEIGHT });
}
