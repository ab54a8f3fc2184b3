import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findPostgres } from './postgres.mjs';
import { readJestReport } from './reports/jest.mjs';
import { readPlaywrightReport } from './reports/playwright.mjs';
import { readTapReport } from './reports/tap.mjs';

// Enough to name the steps before a toolchain is there.
const ON_PATH = { yarn: ['yarn'], node: { path: 'node' } };

/**
 * Everything `npm test` does, in the order in which it is begun.
 *
 * A step has commands that run one after the other; `needs` names steps whose
 * output it reads; `again` runs some files' tests once more, to tell what is
 * broken from what is flaky; `postgres` gives it a server of its own; `cores` says how
 * much of a small machine it keeps busy; a `report` turns what a test runner
 * wrote into counts (without one the whole step counts as one check).
 */
export function testSteps({ root, artefacts, toolchain = ON_PATH }) {
  const { yarn, node } = toolchain;
  const backstage = [...yarn, 'backstage-cli'];
  const file = name => join(artefacts, name);
  const unit = [
    ...[...backstage, 'repo', 'test', '--maxWorkers=2'],
    ...['--json', `--outputFile=${file('unit.json')}`],
  ];
  return [
    {
      id: 'format',
      what: 'every file is formatted with prettier',
      commands: [[...yarn, 'prettier', '--check', '.']],
    },
    {
      id: 'types',
      what: 'TypeScript finds no error',
      // Without the incremental build's state: the order of members in the
      // declarations, and with it the API reports, depends on that.
      commands: [[...yarn, 'tsc:clean']],
    },
    {
      id: 'lint',
      what: 'eslint has neither error nor warning',
      commands: [[...yarn, 'lint:all']],
    },
    {
      id: 'metadata',
      what: 'the package.json files follow the Backstage rules',
      commands: [[...backstage, 'repo', 'fix', '--check']],
    },
    {
      id: 'config',
      what: 'app-config.yaml fits the configuration schema',
      commands: [[...backstage, 'config:check', '--strict']],
    },
    {
      id: 'dependencies',
      what: 'no dependency is unused or undeclared',
      commands: [[...yarn, 'unused-dependencies']],
    },
    {
      id: 'launcher',
      what: 'tests of npm start and npm test themselves',
      commands: [
        [
          node.path,
          '--test',
          '--test-reporter=tap',
          `--test-reporter-destination=${file('launcher.tap')}`,
          ...launcherTests(root),
        ],
      ],
      report: { file: file('launcher.tap'), read: readTapReport },
    },
    {
      id: 'postgres',
      what: 'the store on PostgreSQL, where that is installed',
      commands: [
        [
          ...[...yarn, 'workspace', '@backstage-aks/plugin-aks-backend'],
          ...['test', '--maxWorkers=1', '--json'],
          ...[`--outputFile=${file('postgres.json')}`, 'src/store'],
        ],
      ],
      report: {
        file: file('postgres.json'),
        read: text => readJestReport(text, root),
      },
      postgres: { programs: findPostgres({ env: process.env }) },
    },
    {
      id: 'unit',
      what: 'unit and integration tests of all packages',
      commands: [unit],
      again: files => [...unit, ...files],
      report: {
        file: file('unit.json'),
        read: text => readJestReport(text, root),
      },
      cores: 2,
    },
    {
      id: 'api-reports',
      what: 'the public API is the one in the report.api.md files',
      commands: [[...yarn, 'api-reports', '--ci']],
      needs: ['types'],
    },
    {
      id: 'build',
      what: 'all packages build for production',
      commands: [[...backstage, 'repo', 'build', '--all']],
      needs: ['types'],
      cores: 2,
    },
    {
      id: 'e2e',
      what: 'the portal in a real browser',
      commands: [[...yarn, 'workspace', 'e2e', 'playwright', 'test']],
      // It opens the web app that the build made.
      needs: ['build'],
      report: {
        file: join(root, 'e2e', 'report', 'results.json'),
        read: readPlaywrightReport,
      },
      browser: true,
      cores: 2,
    },
  ];
}

function launcherTests(root) {
  // Node 22 reads a folder name here as a module, so the files are listed.
  const folder = join(root, 'launcher');
  return readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => join('launcher', name));
}
