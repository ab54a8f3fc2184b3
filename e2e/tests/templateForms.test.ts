import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from '../src/accessibility';
import { expectGolden } from '../src/golden';
import { enterAs } from '../src/people';
import { expectFitsNarrow, takePictures } from '../src/pictures';
import {
  addItem,
  choose,
  create,
  next,
  openResult,
  openTemplate,
  preview,
  review,
  sayWhatItIs,
  sayWhichQueue,
  shownFiles,
} from '../src/templates';

/** What only somebody who knows the program can say. */
const health = async (page: Page) =>
  page.getByRole('textbox', { name: 'Word' }).fill('/app/health');
const nothing = async () => {};
const directory = async (page: Page) => {
  await health(page);
  await addItem(page, 'Directories of the node');
  await page
    .getByRole('textbox', { name: 'Path on the node' })
    .fill('/var/log');
};

/** Title, kind, what only its user can say, and an answer that is not asked for. */
const KINDS: [string, string, (page: Page) => Promise<void>, string][] = [
  ['Worker', 'Deployment', health, 'keeps-running'],
  ['Stateful store', 'StatefulSet', nothing, 'own-name'],
  ['Scheduled job', 'CronJob', nothing, 'set-times'],
  ['Node agent', 'DaemonSet', directory, 'every-node'],
];

// Of the page of a run, which Backstage draws around the result: the bar over the
// steps has no name; numbers and levels in the log are pale, and its lines and the
// button of its filter say nothing to a screen reader.
const BACKSTAGES = [
  '[role="progressbar"]',
  'article > .MuiPaper-root:has([role="row"])',
];

test.describe('a template for one kind', () => {
  for (const [title, kind, sayMore, hidden] of KINDS) {
    test(`${title} makes a ${kind}`, async ({ page }) => {
      await enterAs(page, 'Guest');
      await openTemplate(page, title);
      await sayWhatItIs(page);
      await sayMore(page);
      await next(page);
      await expect(page.getByText('Resources of a copy')).toBeVisible();
      await next(page);
      await expect(preview(page)).toContainText(`${kind}: `);
      await review(page);
      // What makes it this kind was not asked, so it is not shown either.
      await expect(page.getByText(hidden)).toHaveCount(0);
      await create(page);
      expectGolden(
        `template-${title.toLowerCase().replace(' ', '-')}`,
        await shownFiles(page),
      );
    });
  }

  test('Worker makes a Deployment that a queue scales', async ({ page }) => {
    await enterAs(page, 'Guest');
    await openTemplate(page, 'Worker');
    await sayWhatItIs(page);
    await health(page);
    await choose(page, 'Copies', 'As many as a queue needs');
    await sayWhichQueue(page);
    const atMost = page.getByLabel('At most this many copies');
    await lookAt(page, 'queue', () => expect(atMost).toHaveValue('10'));
    await next(page);
    await next(page);
    await review(page);
    await create(page);
    expectGolden('template-worker-queue', await shownFiles(page));
  });

  test('Web service makes a Deployment that is reached, with all it needs', async ({
    page,
  }) => {
    test.slow();
    const field = (name: string) =>
      page.getByRole('textbox', { name, exact: true });
    await enterAs(page, 'Guest');
    await openTemplate(page, 'Web service');
    await lookAt(page, 'what', () => expect(field('Name')).toBeVisible());
    await sayWhatItIs(page);

    const atMost = page.getByLabel('At most this many copies');
    await atMost.fill('9');
    await lookAt(page, 'how', () => expect(atMost).toHaveValue('9'));
    await next(page);

    await addItem(page, 'Configuration');
    await field('Name').fill('settings');
    await field('Settings').fill('LOG_LEVEL=info\nREGION=westeurope');
    await addItem(page, 'Secrets');
    await field('Name of the Secret').fill('database');
    await field('Key vault').fill('shop-vault');
    await field('Tenant id').fill('11111111-2222-4333-8444-555555555555');
    await field('Secret').fill('database-url');
    await field('Key').fill('DATABASE_URL');
    await field('Client id').fill('66666666-7777-4888-9999-000000000000');
    await lookAt(page, 'needs', () =>
      expect(field('Key vault')).toHaveValue('shop-vault'),
    );
    await next(page);

    await choose(page, 'Way in', 'Gateway API');
    await field('Host name').fill('shop.contoso.example');
    await page.getByLabel('Seconds that a record may be kept').fill('300');
    await lookAt(page, 'reached', () =>
      expect(field('Host name')).toHaveValue('shop.contoso.example'),
    );
    await next(page);

    await preview(page)
      .getByRole('button', { name: 'manifests/deployment.yaml' })
      .click();
    const text = preview(page).getByRole('region', {
      name: 'Text of manifests/deployment.yaml',
    });
    await lookAt(
      page,
      'files',
      () => expect(text).toContainText('Deployment'),
      { ours: true },
    );
    await review(page);
    await lookAt(page, 'review', () =>
      expect(page.getByText('Shown in the result')).toBeVisible(),
    );

    await create(page);
    const result = page.getByTestId('text-output-box');
    await lookAt(
      page,
      'result-kind',
      () => expect(result).toContainText('No pull request was opened'),
      { ours: true, except: BACKSTAGES },
    );
    expectGolden('template-web-service', await shownFiles(page));
    await lookAt(
      page,
      'result-files',
      () => expect(result).toContainText('manifests/httproute.yaml'),
      { except: BACKSTAGES },
    );
    await openResult(page, 'Checks');
    await lookAt(
      page,
      'result-checks',
      () => expect(result).toContainText(/(\d+) of \1 passed: 0 broken/),
      { ours: true, except: BACKSTAGES },
    );
  });
});

/**
 * Leaves pictures of a page, asks axe and tries a telephone. Where fields are
 * Backstage's own, their colours are not asked for a second time.
 */
async function lookAt(
  page: Page,
  name: string,
  ready: () => Promise<void>,
  { ours = false, except = [] as readonly string[] } = {},
) {
  const ask = () => expectAccessible(page, { except });
  await takePictures(page, `template-${name}`, ready, ours ? ask : undefined);
  if (!ours) {
    await ask();
  }
  await expectFitsNarrow(page, { except });
}
