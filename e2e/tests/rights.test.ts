import { expect, test } from '@playwright/test';
import { enterAs } from '../src/people';

const PAYMENTS = '/catalog/default/component/payments-api/exposure';

test.describe('who may see what', () => {
  test('another team sees that something is hidden, and none of it', async ({
    page,
  }) => {
    await enterAs(page, 'Mona Berg');
    await page.goto(PAYMENTS);
    await expect(page.getByText(/not visible to you/i).first()).toBeVisible();
    await expect(page.getByText('payments.contoso.example')).toHaveCount(0);
  });

  for (const name of ['Kai Tanaka', 'Priya Nair']) {
    test(`${name} sees the payments namespace`, async ({ page }) => {
      await enterAs(page, name);
      await page.goto(PAYMENTS);
      await expect(
        page.getByRole('article', { name: 'payments.contoso.example' }),
      ).toBeVisible();
    });
  }
});
