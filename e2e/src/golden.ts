import { expect } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './portal';

/**
 * Compares a text with the one that is kept. UPDATE_GOLDEN=1 writes it anew; then
 * read the difference, line by line.
 */
export function expectGolden(name: string, text: string): void {
  const file = path.join(root, 'e2e/golden', `${name}.txt`);
  if (process.env.UPDATE_GOLDEN) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  expect(text).toBe(fs.readFileSync(file, 'utf8'));
}
