import { Page } from '@playwright/test';

/** Signs in as one of the people on the sign-in page. */
export async function enterAs(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('heading', { name }).click();
  await page
    .getByRole('heading', { name: /catalog/i })
    .first()
    .waitFor();
}
