import { expect, Locator, Page, test } from '@playwright/test';
import { expectAccessible } from '../src/accessibility';
import { enterAs } from '../src/people';
import { inEachTheme, takePicture } from '../src/pictures';
import {
  ScenarioExpectation,
  scenarioExpectations,
} from '../src/scenarioExpectations';
import { applyScenario, listScenarios, resetScenarios } from '../src/scenarios';

const MOST_CLICKS = 3;

/** Clicks as a person does, from the entity's page on, and counts it. */
class Walk {
  clicks = 0;

  async click(target: Locator): Promise<void> {
    await target.click();
    this.clicks += 1;
  }

  /** Opens something that may be open already. */
  async open(button: Locator): Promise<void> {
    if ((await button.getAttribute('aria-expanded')) !== 'true') {
      await this.click(button);
    }
  }
}

/** Walks from the entity's page, or from where the walk already is. */
async function walkToFinding(
  page: Page,
  walk: Walk,
  expected: ScenarioExpectation,
): Promise<void> {
  const { way, hop, verdict, rule, remedy } = expected;
  const environment = page.getByRole('region', { name: 'production' });
  const path = environment.getByRole('article', { name: way, exact: true });
  await walk.open(path.getByRole('button', { name: way, exact: true }));
  const link = path.getByRole('button', {
    name: new RegExp(`^${hop} .*${verdict}`),
  });
  await expect(link).toBeVisible();
  await walk.open(link);
  const details = path.getByRole('region', {
    name: `What the cluster says about ${hop} of ${way}`,
    exact: true,
  });
  await expect(details).toContainText(`${rule} · `);
  await expect(details).toContainText(remedy);
}

async function walkScenario(
  page: Page,
  expected: ScenarioExpectation,
): Promise<void> {
  const { scenario, service } = expected;
  await applyScenario(scenario);
  await page.goto(`/catalog/default/component/${service}`);
  const walk = new Walk();
  await walk.click(page.getByRole('link', { name: 'See every hop' }));
  await walkToFinding(page, walk, expected);
  expect(walk.clicks).toBeLessThanOrEqual(MOST_CLICKS);

  await inEachTheme(
    page,
    () => walkToFinding(page, new Walk(), expected),
    async theme => {
      await expectAccessible(page);
      await takePicture(page, `scenarios/${scenario}-${theme}`);
    },
  );
}

test.describe('what breaks is shown where it breaks', () => {
  let appliedBefore: string[] = [];
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    // axe opens a page of its own beside it.
    const context = await browser.newContext();
    page = await context.newPage();
    await enterAs(page, 'Priya Nair');
    appliedBefore = (await listScenarios())
      .filter(({ applied }) => applied)
      .map(({ name }) => name);
    await resetScenarios();
  });
  test.afterEach(() => resetScenarios());
  test.afterAll(async () => {
    await page.context().close();
    for (const name of appliedBefore) {
      await applyScenario(name);
    }
  });

  test('every scenario about a way in is walked here', async () => {
    const walked = scenarioExpectations.map(({ scenario }) => scenario);
    const aboutWaysIn = (await listScenarios()).filter(({ rule }) =>
      rule?.startsWith('IN'),
    );
    expect(walked).toEqual(
      expect.arrayContaining(aboutWaysIn.map(({ name }) => name)),
    );
  });

  const portalPage = () => page;
  for (const expected of scenarioExpectations) {
    const { scenario, service, rule, hop } = expected;
    test(`${scenario}: ${rule}, at the ${hop} of ${service}`, () =>
      walkScenario(portalPage(), expected));
  }
});
