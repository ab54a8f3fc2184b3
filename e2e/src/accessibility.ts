import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// The tabs of a page's header name panels that Backstage does not draw.
const HEADER_TABS = '[role="tablist"]';

/**
 * Fails with what axe finds on the page: rule, element and how to mend it. What is
 * Backstage's own and cannot be mended here is left out by its selectors.
 */
export async function expectAccessible(
  page: Page,
  { except = [] }: { except?: readonly string[] } = {},
): Promise<void> {
  const axe = new AxeBuilder({ page }).withTags(STANDARDS);
  for (const selector of [HEADER_TABS, ...except]) {
    axe.exclude(selector);
  }
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} at ${target.join(' ')}: ${failureSummary}`,
    ),
  );
  expect(found).toEqual([]);
}
