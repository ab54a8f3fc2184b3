import { expect, Page, test } from '@playwright/test';
import { scaleDeployment } from '../src/kubernetes';
import { enterAs } from '../src/people';
import { takePictures } from '../src/pictures';

const SHOP_FRONT = '/catalog/default/component/shop-front';
const SHOP_EXPOSURE = `${SHOP_FRONT}/exposure?host=shop.contoso.example`;
const HOPS = ['Address', 'Listener', 'Route', 'Service', 'Endpoints', 'Pods'];

function ingressCard(page: Page) {
  return page.getByRole('article').filter({
    has: page.getByRole('heading', { name: 'Ingress', exact: true }),
  });
}

test.describe('a service and how it is reached', () => {
  test('a newcomer finds the services and sees the shop front', async ({
    page,
  }) => {
    await enterAs(page, 'Guest');
    for (const service of ['Shop front', 'Checkout', 'Payments API']) {
      await expect(page.getByRole('link', { name: service })).toBeVisible();
    }

    await page.getByRole('link', { name: 'Shop front' }).click();
    const card = ingressCard(page);
    await expect(card).toContainText('shop.contoso.example');
    await expect(card).toContainText('traefik');
    await expect(card).toContainText('20.61.7.10');
    await takePictures(page, 'overview', () =>
      expect(ingressCard(page)).toContainText('shop.contoso.example'),
    );

    await page.goto(SHOP_EXPOSURE);
    const host = page.getByRole('article', { name: 'shop.contoso.example' });
    for (const hop of HOPS) {
      await expect(
        host.getByRole('button', { name: new RegExp(`^${hop} .*ok: `) }),
      ).toBeVisible();
    }
    await takePictures(page, 'exposure', () =>
      expect(
        page.getByRole('article', { name: 'shop.contoso.example' }),
      ).toBeVisible(),
    );
  });

  test('scaling to zero turns the pods red without a reload', async ({
    page,
  }) => {
    await enterAs(page, 'Mona Berg');
    await page.goto(SHOP_EXPOSURE);
    const pods = page
      .getByRole('article', { name: 'shop.contoso.example' })
      .getByRole('button', { name: /^Pods/ });
    await expect(pods).toHaveAccessibleName(/ok/i);

    await scaleDeployment('shop', 'shop-front', 0);
    try {
      await expect(pods).toHaveAccessibleName(/broken/i, { timeout: 3_000 });
      await page.screenshot({
        path: 'artefacts/pictures/scaled-to-zero.png',
        fullPage: true,
      });
    } finally {
      await scaleDeployment('shop', 'shop-front', 3);
    }
    await expect(pods).toHaveAccessibleName(/ok/i);
  });

  test('a wrong port is marked where it is, with what to do', async ({
    page,
  }) => {
    await enterAs(page, 'Mona Berg');
    await page.goto('/catalog/default/component/checkout/exposure');
    const host = page.getByRole('article', {
      name: 'checkout.contoso.example',
    });
    await expect(
      host.getByRole('button', { name: /^Service.*broken/i }),
    ).toBeVisible();
    await expect(
      host.getByRole('button', { name: /^Pods.*not judged/i }),
    ).toBeVisible();
    await expect(host).toContainText('IN13');
    await expect(host).toContainText('targetPort');
    await takePictures(page, 'broken', () =>
      expect(
        page.getByRole('article', { name: 'checkout.contoso.example' }),
      ).toBeVisible(),
    );
  });

  test('evidence opens with the keyboard', async ({ page }) => {
    await enterAs(page, 'Mona Berg');
    await page.goto(SHOP_EXPOSURE);
    const service = page
      .getByRole('article', { name: 'shop.contoso.example' })
      .getByRole('button', { name: /^Service/ });
    await service.focus();
    await page.keyboard.press('Enter');
    await expect(service).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByText('spec.ports[0]').first()).toBeVisible();
  });

  test('a service on no cluster says which annotation to add', async ({
    page,
  }) => {
    await enterAs(page, 'Guest');
    await page.goto('/catalog/default/component/brand-guide/exposure');
    await expect(
      page.getByText('backstage.io/kubernetes-id').first(),
    ).toBeVisible();
    await takePictures(page, 'unannotated', () =>
      expect(
        page.getByText('backstage.io/kubernetes-id').first(),
      ).toBeVisible(),
    );
  });
});
