import { expect, Page } from '@playwright/test';

// What a keyboard can move sideways is meant to be moved, as the text of a file is.
const MEANT_TO_MOVE = 'pre, [tabindex="0"]';

/**
 * Fails where a page, or a part that is not meant to, has to be moved sideways, where
 * a text is broken letter by letter, and where a label lies on another text. What is
 * Backstage's own and cannot be mended here is left out by its selectors.
 */
export async function expectFits(
  page: Page,
  { except = [] }: { except?: readonly string[] } = {},
): Promise<void> {
  const leftOut = [MEANT_TO_MOVE, ...except].join();
  await expect
    .poll(async () => [
      ...(await page.evaluate(findTooWide, leftOut)),
      ...(await page.evaluate(findBrokenTexts, leftOut)),
      ...(await page.evaluate(findCoveredTexts, leftOut)),
    ])
    .toEqual([]);
}

/** Runs in the browser: what is wider than the place that it has. */
function findTooWide(leftOut: string): string[] {
  const moves = (element: Element) =>
    ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
    !element.closest(leftOut);
  return [...document.querySelectorAll('html, body *')]
    .filter(element => element.matches('html, main, article') || moves(element))
    .map(({ scrollWidth, clientWidth, textContent }) => ({
      // A fraction of a pixel is rounded up on one side and down on the other.
      isTooWide: scrollWidth > clientWidth + 1,
      what: `${scrollWidth} px in ${clientWidth} px: ${textContent}`,
    }))
    .filter(({ isTooWide }) => isTooWide)
    .map(({ what }) => what.slice(0, 200));
}

/** Runs in the browser: texts that have more lines than words. */
function findBrokenTexts(leftOut: string): string[] {
  const broken: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode } = walker;
    const text = currentNode.textContent?.trim() ?? '';
    const range = document.createRange();
    range.selectNodeContents(currentNode);
    const lines = range.getClientRects().length;
    // One break within a long word, such as a hash, is none of letters.
    if (
      lines > Math.max(2, text.split(/[\s./:-]+/).length) &&
      !currentNode.parentElement?.closest(leftOut)
    ) {
      broken.push(`${lines} lines: ${text}`);
    }
  }
  return broken;
}

/** Runs in the browser: labels that lie on a text, be it typed or not. */
function findCoveredTexts(leftOut: string): string[] {
  const isSeen = (element: Element) =>
    element.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
    }) && !element.closest(leftOut);
  const boxesOf = (node: Node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  };
  const overlap = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

  const texts: { text: string; of: Element; boxes: DOMRect[] }[] = [];
  for (const form of document.querySelectorAll('form')) {
    const walker = document.createTreeWalker(form, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode } = walker;
      const of = currentNode.parentElement;
      if (of && isSeen(of)) {
        const text = currentNode.textContent ?? '';
        texts.push({ text, of, boxes: boxesOf(currentNode) });
      }
    }
    for (const of of form.querySelectorAll<HTMLInputElement>(
      'textarea, input:not([type="radio"], [type="checkbox"])',
    )) {
      if (of.value && isSeen(of)) {
        texts.push({ text: of.value, of, boxes: [of.getBoundingClientRect()] });
      }
    }
  }
  return [...document.querySelectorAll('form label')]
    .filter(isSeen)
    .flatMap(label =>
      texts
        .filter(({ of }) => !label.contains(of))
        .filter(({ boxes }) =>
          boxesOf(label).some(box => boxes.some(each => overlap(box, each))),
        )
        .map(({ text }) => `“${label.textContent}” lies on “${text}”`),
    );
}
