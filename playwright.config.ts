import { defineConfig } from '@playwright/test'
import { listBrowsers, toLaunchOptions } from './scripts/lib/chromium.mjs'

export default defineConfig({
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    // A trace of every test would double the time of all of them: `--trace on` for the one that fails.
    screenshot: 'only-on-failure',
    launchOptions: toLaunchOptions(listBrowsers()[0]),
  },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    // The real Electron binary, which is not everywhere: `npm run test:electron`.
    { name: 'electron', testDir: 'tests/electron', workers: 1 },
    // Pictures of every page: `npm run screenshots`.
    { name: 'screenshots', testDir: 'tests/screenshots' },
  ],
})
