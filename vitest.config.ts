import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

type Suite = NonNullable<TestProjectInlineConfiguration['test']>

/**
 * One project per suite of `npm test`; each runs on its own by name: `vitest run --project unit`. The time limit
 * ends what hangs; it is no measure of speed, so a busy machine must not meet it.
 */
const suite = (name: string, include: string[], options: Suite = {}) => ({
  test: { name, environment: 'node' as const, include, testTimeout: 60_000, ...options },
})

const STORE = ['src/main/{store,features}/**/*.test.ts']
const CONTRACT = ['src/main/{app,hosts}/**/*.test.ts']

export default defineConfig({
  test: {
    // `npm test` reports an empty suite itself; a filter on one file must not fail the other projects.
    passWithNoTests: true,
    projects: [
      // Pure rules without state of their own: files share one process, which halves the time.
      suite('unit', ['src/**/*.test.{ts,tsx}'], { exclude: [...STORE, ...CONTRACT], isolate: false }),
      suite('store', STORE),
      suite('contract', CONTRACT),
      suite('scripts', ['tests/scripts/**/*.test.ts']),
      // Not of `npm test`: `KURS_RELEASE=2 npx vitest run --project make-released` (CONTRIBUTING says when).
      suite('make-released', ['tests/fixtures/released/make-released.ts'], { testTimeout: 600_000 }),
      suite('reliability', ['tests/reliability/**/*.test.ts'], {
        testTimeout: 600_000,
        globalSetup: ['tests/reliability/lib/build-once.ts'],
      }),
    ],
  },
})
