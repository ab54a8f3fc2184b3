import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from '../src/accessibility';
import { expectGolden } from '../src/golden';
import { enterAs } from '../src/people';
import { takePicture } from '../src/pictures';
import {
  answer,
  create,
  next,
  openTemplate,
  sayWhatItIs,
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

      const preview = page.getByRole('region', {
        name: 'The files that will be written',
      });
      await expect(preview).toContainText(`${kind}: `);
      await create(page);

      await expect(page.getByTestId('text-output-box')).toContainText(kind);
      expectGolden(
        `service-from-answers-${kind.toLowerCase()}`,
        await shownFiles(page),
      );
    });
  }

  // The form starts anew when the colours change, so each has a walk of its own.
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`refuses a contradiction at the field, in ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await enterAs(page, 'Guest');
      await openTemplate(page, 'Service from answers');
      await sayWhatItIs(page);
      await answer(page, /Where must it run/, /On every node/);
      await answer(page, /How many copies/, /Several/);
      await next(page);

      await expect(advice(page)).toContainText(
        'A number of copies on every node',
      );
      await expect(
        page.getByText(/a DaemonSet has no number of copies/).last(),
      ).toBeVisible();
      await expect(
        page.getByRole('radiogroup', { name: /Where must it run/ }),
      ).toBeVisible();
      await lookAt(page, `template-contradiction-${colorScheme}`);

      await advice(page)
        .getByRole('button', { name: /“No number of my own” → DaemonSet/ })
        .click();
      await expect(advice(page)).toContainText('Second choice');
      await lookAt(page, `template-kind-${colorScheme}`);
      await next(page);
      await expect(page.getByText('Resources of a copy')).toBeVisible();
    });
  }
});

/** Leaves a picture of the page, and asks axe. */
async function lookAt(page: Page, name: string) {
  await takePicture(page, name);
  await expectAccessible(page);
}
