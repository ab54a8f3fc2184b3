import { expect, Locator, Page } from '@playwright/test';

/** Opens a template's form from the page Create, as people find it. */
export async function openTemplate(page: Page, title: string): Promise<void> {
  await page.goto('/create');
  const choice = page
    .locator('div')
    .filter({ has: page.getByText(title, { exact: true }) })
    .filter({ has: page.getByRole('button', { name: 'Choose' }) })
    // The innermost is the card.
    .last()
    .getByRole('button', { name: 'Choose' });
  // The first page of forms that a browser opens loads much.
  await choice.waitFor({ timeout: 60_000 });
  await choice.click();
}

/** Fills in what every template asks first. */
export async function sayWhatItIs(
  page: Page,
  image = 'shop.azurecr.io/front:1.4.2',
): Promise<void> {
  const field = (name: string) =>
    page.getByRole('textbox', { name, exact: true });
  await field('Name').fill('shop-front');
  await field('Namespace').fill('shop');
  await field('Image').fill(image);
  await next(page);
}

/** Goes on to the next page of the form. */
export async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click();
}

/** Answers a question of the field that finds the kind. */
export async function answer(
  page: Page,
  question: RegExp,
  option: RegExp,
): Promise<void> {
  await page
    .getByRole('radiogroup', { name: question })
    .getByText(option)
    .click();
}

/** Chooses an option of a field that opens a list. */
export async function choose(
  page: Page,
  field: string,
  option: string,
): Promise<void> {
  await page.getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Adds an item to a list of the form, by its title. */
export async function addItem(page: Page, list: string): Promise<void> {
  await page
    .locator('.MuiPaper-root')
    .filter({ has: page.getByRole('heading', { name: list }) })
    .last()
    .getByTitle('Add Item')
    .click();
}

/** Fills in where the first queue is that something is scaled by. */
export async function sayWhichQueue(page: Page): Promise<void> {
  const field = (name: string) =>
    page.getByRole('textbox', { name, exact: true });
  await choose(page, 'Queue in', 'Azure Storage');
  await field('Name of the queue').fill('orders');
  await field('Storage account').fill('contososhop');
  await field('Client id for KEDA').fill(
    '66666666-7777-4888-9999-000000000000',
  );
}

/** The field that shows what will be written. */
export function preview(page: Page): Locator {
  return page.getByRole('region', { name: 'The files that will be written' });
}

/** From the last page of the form to what was filled in. */
export async function review(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).waitFor();
}

/** From what was filled in to the result. */
export async function create(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByTestId('text-output-box').waitFor();
}

/** What the result shows under a title, such as `Files`. */
export async function openResult(page: Page, title: string): Promise<void> {
  await page
    .getByTestId('text-outputs')
    .or(page.getByTestId('output-box'))
    .getByRole('button', { name: title })
    .click();
}

/** Every file that the result shows, as one text in the order of the page. */
export async function shownFiles(page: Page): Promise<string> {
  await openResult(page, 'Files');
  const box = page.getByTestId('text-output-box');
  // The text of blocks comes later than their frames: it is loaded when first needed.
  await expect
    .poll(() =>
      box
        .locator('pre')
        .evaluateAll(
          blocks =>
            blocks.length > 0 && blocks.every(({ textContent }) => textContent),
        ),
    )
    .toBe(true);
  return box.evaluate(element => {
    const lines: string[] = [];
    let titled = false;
    for (const { tagName, textContent } of element.querySelectorAll(
      'h3, pre',
    )) {
      if (tagName === 'H3') {
        lines.push(`==> ${textContent}`);
      } else if (titled) {
        // A block is drawn within a block; the second has the same text.
        lines.push(`${textContent}\n`);
      }
      titled = tagName === 'H3';
    }
    return lines.join('\n');
  });
}
