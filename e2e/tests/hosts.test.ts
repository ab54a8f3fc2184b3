import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from '../src/accessibility';
import { exposeUnder } from '../src/kubernetes';
import { enterAs } from '../src/people';
import { inEachTheme, takePictures } from '../src/pictures';

const TENANTS = Array.from(
  { length: 200 },
  (_, index) => `tenant-${String(index).padStart(3, '0')}.contoso.example`,
);

const rowOf = (page: Page, host: string) =>
  page.getByRole('row').filter({
    has: page.getByRole('rowheader', { name: host, exact: true }),
  });

test.describe('the host names of the fleet', () => {
  test('one field finds whose a host name is, and leads to its path', async ({
    page,
  }) => {
    await enterAs(page, 'Priya Nair');
    await page.goto('/aks/hosts');
    await expect(rowOf(page, 'checkout.contoso.example')).toContainText('IN13');
    await inEachTheme(
      page,
      () => expect(rowOf(page, 'checkout.contoso.example')).toBeVisible(),
      () => expectAccessible(page),
    );
    await takePictures(page, 'hosts', () =>
      expect(rowOf(page, 'checkout.contoso.example')).toBeVisible(),
    );

    await page
      .getByRole('searchbox', { name: 'Host name or IP address' })
      .fill('www.contoso.example');
    const row = rowOf(page, 'www.contoso.example');
    await expect(row).toContainText('storefront');
    await expect(page.getByRole('rowheader')).toHaveCount(1);
    await row.getByRole('link', { name: 'Shop front' }).click();

    const path = page.getByRole('article', { name: 'www.contoso.example' });
    await expect(
      path.getByRole('button', { name: 'www.contoso.example', exact: true }),
    ).toBeFocused();
    await expect(
      path.getByRole('button', { name: /^Upstream .*contoso-edge/ }),
    ).toBeVisible();
    await takePictures(page, 'upstream', () => expect(path).toBeVisible());
  });

  test('two hundred host names of a service stay usable', async ({ page }) => {
    const takeAway = await exposeUnder(
      { namespace: 'shop', service: 'shop-front' },
      TENANTS,
    );
    try {
      await enterAs(page, 'Mona Berg');
      await page.goto('/catalog/default/component/shop-front/exposure');
      const search = page.getByRole('searchbox', { name: /^Host name/ });
      await expect(search).toBeVisible();
      await inEachTheme(
        page,
        () => expect(search).toBeVisible(),
        () => expectAccessible(page),
      );
      await takePictures(page, 'two-hundred-hosts', () =>
        expect(search).toBeVisible(),
      );

      await search.fill('tenant-199');
      const tenants = page.getByRole('article', { name: /^tenant-/ });
      await expect(tenants).toHaveCount(1);
      // What was looked for is open.
      await expect(
        page.getByRole('list', { name: /^Path of tenant-199/ }),
      ).toBeVisible();
    } finally {
      await takeAway();
    }
  });
});
