import { expect, Locator, Page, test } from '@playwright/test';
import { enterAs } from '../src/people';

const MOST_STOPS = 60;

/** Presses Tab until something has the focus, and says how often. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached by ${MOST_STOPS} presses of Tab`);
}

/** Where the focus is has to be seen: an outline around it, or a shadow. */
async function expectFocusSeen(target: Locator): Promise<void> {
  await expect(target).toBeFocused();
  const ring = await target.evaluate(element => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return {
      outline: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
      shadow: boxShadow !== 'none',
    };
  });
  expect(ring.outline || ring.shadow).toBe(true);
}

test.describe('with the keyboard alone', () => {
  test('somebody opens a path, walks its hops and reads one', async ({
    page,
  }) => {
    await enterAs(page, 'Mona Berg');
    await page.goto('/catalog/default/component/shop-front/exposure');
    const path = page.getByRole('article', { name: 'www.contoso.example' });
    const toggle = path.getByRole('button', {
      name: 'www.contoso.example',
      exact: true,
    });
    await expect(toggle).toBeVisible();

    await tabTo(page, toggle);
    await expectFocusSeen(toggle);
    await page.keyboard.press('Enter');
    await expect(toggle).toHaveAttribute('aria-expanded', 'true');

    const upstream = path.getByRole('button', { name: /^Upstream .*unknown/ });
    await tabTo(page, upstream);
    await expectFocusSeen(upstream);
    for (const hop of ['Address', 'Listener', 'Route', 'Service']) {
      await page.keyboard.press('ArrowRight');
      const box = path.getByRole('button', {
        name: new RegExp(`^${hop} .*ok: `),
      });
      await expectFocusSeen(box);
    }
    await page.keyboard.press('Enter');
    const details = path.getByRole('region', {
      name: 'What the cluster says about Service of www.contoso.example',
    });
    await expect(details).toContainText('spec.ports[0]');
    await page.keyboard.press('Enter');
    await expect(details).toHaveCount(0);
  });

  test('somebody looks a host name up, and goes to its path', async ({
    page,
  }) => {
    await enterAs(page, 'Mona Berg');
    await page.goto('/aks/hosts');
    const search = page.getByRole('searchbox', {
      name: 'Host name or IP address',
    });
    await expect(search).toBeVisible();
    await tabTo(page, search);
    await page.keyboard.type('www.contoso.example');
    const rows = page.getByRole('rowheader');
    await expect(rows).toHaveText(['www.contoso.example']);

    const service = page
      .getByRole('row')
      .filter({ has: rows })
      .getByRole('link', { name: 'Shop front' });
    await tabTo(page, service);
    await expectFocusSeen(service);
    await page.keyboard.press('Enter');
    await expectFocusSeen(
      page
        .getByRole('article', { name: 'www.contoso.example' })
        .getByRole('button', { name: 'www.contoso.example', exact: true }),
    );
  });
});
