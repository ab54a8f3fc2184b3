import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from '../src/accessibility';
import { expectGolden } from '../src/golden';
import { enterAs } from '../src/people';
import { expectFitsNarrow, takePictures } from '../src/pictures';
import {
  answer,
  choose,
  create,
  next,
  openTemplate,
  preview,
  review,
  sayWhatItIs,
  sayWhichQueue,
  shownFiles,
} from '../src/templates';

const ENDS = [/end by itself/, /It ends/] as const;

const KINDS: [string, (readonly [RegExp, RegExp])[]][] = [
  ['Deployment', []],
  ['StatefulSet', [[/storage must outlive/, /A disk for each copy/]]],
  ['DaemonSet', [[/Where must it run/, /On every node/]]],
  ['Job', [ENDS]],
  ['CronJob', [ENDS, [/set times/, /At set times/]]],
];

const advice = (page: Page) =>
  page.getByRole('region', { name: 'The kind that the answers lead to' });

test.describe('a service from answers', () => {
  for (const [kind, answers] of KINDS) {
    test(`becomes a ${kind}`, async ({ page }) => {
      await enterAs(page, 'Guest');
      await openTemplate(page, 'Service from answers');
      await sayWhatItIs(page);

      for (const [question, option] of answers) {
        await answer(page, question, option);
      }
      await expect(advice(page)).toContainText(kind);
      await next(page);
      await next(page);

      await expect(preview(page)).toContainText(`${kind}: `);
      await review(page);
      await create(page);

      await expect(page.getByTestId('text-output-box')).toContainText(kind);
      expectGolden(
        `service-from-answers-${kind.toLowerCase()}`,
        await shownFiles(page),
      );
    });
  }

  test('becomes a ScaledJob that reads a queue', async ({ page }) => {
    await enterAs(page, 'Guest');
    await openTemplate(page, 'Service from answers');
    await sayWhatItIs(page);
    await answer(page, ...ENDS);
    await answer(page, /What starts a run/, /An item in a queue/);
    await sayWhichQueue(page);
    await next(page);
    await next(page);
    await expect(preview(page)).toContainText('ScaledJob: ');
    await review(page);
    await create(page);
    expectGolden('service-from-answers-scaledjob', await shownFiles(page));
  });

  test('is scaled by the length of a queue', async ({ page }) => {
    await enterAs(page, 'Guest');
    await openTemplate(page, 'Service from answers');
    await sayWhatItIs(page);
    await answer(page, /How many copies/, /As many as the load needs/);
    await choose(page, 'What tells the load', 'The length of a queue');
    await sayWhichQueue(page);
    await next(page);
    await next(page);
    await review(page);
    await create(page);
    expectGolden('service-from-answers-queue', await shownFiles(page));
  });

  test('refuses an image without a version where it is asked for', async ({
    page,
  }) => {
    await enterAs(page, 'Guest');
    await openTemplate(page, 'Service from answers');
    await sayWhatItIs(page, 'shop.azurecr.io/front:latest');
    const refusal = page.getByText(/has to have a tag other than latest/);
    await expect(refusal.last()).toBeVisible();
    await sayWhatItIs(page);
    await expect(advice(page)).toContainText('Deployment');
  });

  test('refuses a contradiction at the field', async ({ page }) => {
    await enterAs(page, 'Guest');
    await openTemplate(page, 'Service from answers');
    await sayWhatItIs(page);
    await answer(page, /Where must it run/, /On every node/);
    await answer(page, /How many copies/, /Several/);
    await next(page);

    const refusal = page.getByText(/a DaemonSet has no number of copies/);
    await expect(advice(page)).toContainText(
      'A number of copies on every node',
    );
    await expect(refusal.last()).toBeVisible();
    await expect(
      page.getByRole('radiogroup', { name: /Where must it run/ }),
    ).toBeVisible();
    await takePictures(
      page,
      'template-contradiction',
      () => expect(refusal.last()).toBeVisible(),
      () => expectAccessible(page),
    );

    await advice(page)
      .getByRole('button', { name: /“No preference” → DaemonSet/ })
      .click();
    const reasons = () => expect(advice(page)).toContainText('Second choice');
    await reasons();
    await takePictures(page, 'template-kind', reasons, () =>
      expectAccessible(page),
    );
    await expectFitsNarrow(page);
    await next(page);
    await expect(page.getByText('Resources of a copy')).toBeVisible();
  });
});
