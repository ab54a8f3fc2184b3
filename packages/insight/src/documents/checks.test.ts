import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalog } from '../checks/catalog';
import { openChecks } from '../checks/openChecks';
import { drawChecks } from './checks';

const page = join(__dirname, '../../../../docs/checks.md');

describe('docs/checks.md', () => {
  it('is what "yarn workspace @backstage-aks/insight document" draws', () => {
    expect(readFileSync(page, 'utf8')).toBe(
      drawChecks(checkCatalog, openChecks),
    );
  });

  it('tells of every check, and of each anti-pattern of workloads', () => {
    const drawn = drawChecks(checkCatalog, openChecks);
    const told = [...drawn.matchAll(/^### ([A-Z]{2}\d{2})/gm)].map(
      ([, id]) => id,
    );
    expect(told).toEqual(expect.arrayContaining(checkCatalog.map(c => c.id)));
    // The twenty that the first list numbered.
    expect(told).toEqual(
      expect.arrayContaining(
        Array.from(
          { length: 20 },
          (_, index) => `WL${String(index + 1).padStart(2, '0')}`,
        ),
      ),
    );
  });
});
