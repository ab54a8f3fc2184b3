import { defineConfig } from '@playwright/test';
import { portal } from './src/portal';

// The web app is the production build, served by the backend: build it first
// (`yarn workspace app build`). `npm test` does.
export default defineConfig({
  testDir: './tests',
  outputDir: './artefacts/results',
  // Generous, so that a busy machine fails nothing; what must be quick says so.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // The tests share one sandbox and change it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // What passes the second time is named as flaky at the end of `npm test`.
  retries: process.env.CI ? 1 : 0,
  reporter: [
    ['list'],
    ['json', { outputFile: './report/results.json' }],
    ['html', { open: 'never', outputFolder: './report/html' }],
  ],
  globalSetup: './src/globalSetup.ts',
  use: {
    baseURL: portal.url,
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.PORTAL_BROWSER || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
