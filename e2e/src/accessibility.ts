import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails with what axe finds on the page: rule, element and how to mend it. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(STANDARDS)
    // The tabs of a page's header name panels that Backstage does not draw.
    .exclude('[role="tablist"]')
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} at ${target.join(' ')}: ${failureSummary}`,
    ),
  );
  expect(found).toEqual([]);
}
