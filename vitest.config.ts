import { defineConfig } from 'vitest/config'

/** One project per suite of `npm test`; each is run on its own by name: `vitest run --project unit`. */
const suite = (name: string, include: string[], exclude: string[] = [], testTimeout = 10_000) => ({
  test: { name, environment: 'node', include, exclude, testTimeout },
})

const STORE = ['src/main/{store,features}/**/*.test.ts']
const CONTRACT = ['src/main/{app,hosts}/**/*.test.ts']

export default defineConfig({
  test: {
    // An empty suite is reported as such by `npm test`; a filter on one file must not fail the other projects.
    passWithNoTests: true,
    projects: [
      suite('unit', ['src/**/*.test.{ts,tsx}'], [...STORE, ...CONTRACT]),
      suite('store', STORE, [], 30_000),
      suite('contract', CONTRACT, [], 30_000),
      suite('scripts', ['tests/scripts/**/*.test.ts'], [], 60_000),
      suite('reliability', ['tests/reliability/**/*.test.ts'], [], 300_000),
    ],
  },
})
