import { expect, Page, test } from '@playwright/test';
import { expectGolden } from '../src/golden';
import { enterAs } from '../src/people';
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
});
