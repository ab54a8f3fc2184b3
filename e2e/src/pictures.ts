import { Page } from '@playwright/test';
import path from 'node:path';
import { artefacts } from './portal';

const THEMES = ['light', 'dark'] as const;
const WIDTHS = { wide: 1440, narrow: 360 } as const;

/**
 * Leaves pictures of a page in light and dark, wide and narrow, for people to
 * look at. The address must survive a reload.
 */
export async function takePictures(
  page: Page,
  name: string,
  ready: () => Promise<void>,
): Promise<void> {
  for (const theme of THEMES) {
    await page.evaluate(
      value => window.localStorage.setItem('theme', value),
      theme,
    );
    for (const [width, pixels] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width: pixels, height: 900 });
      await page.reload();
      await ready();
      await page.screenshot({
        path: path.join(artefacts, 'pictures', `${name}-${theme}-${width}.png`),
        fullPage: true,
      });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
