import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allTables } from '../testing/tables';
import { drawChoosing } from './choosing';

const page = join(__dirname, '../../../../docs/choosing.md');

describe('docs/choosing.md', () => {
  it('is what "yarn workspace @backstage-aks/advisor document" draws', () => {
    expect(readFileSync(page, 'utf8')).toBe(drawChoosing(allTables));
  });
});
