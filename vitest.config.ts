import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

type Suite = NonNullable<TestProjectInlineConfiguration['test']>

/**
 * One project per suite of `npm test`; each runs on its own by name: `vitest run --project unit`. The time limit
 * ends what hangs; it is no measure of speed, so a busy machine must not meet it.
 */
const suite = (name: string, include: string[], options: Suite = {}) => ({
  test: { name, environment: 'node' as const, include, testTimeout: 60_000, ...options },
})

const STORE = 'src/main/{store,features}'
const CONTRACT = 'src/main/{app,hosts}'

/**
 * The tests of folders that load the whole app: they share a process, so that it is loaded once and not for each file. Beside
 * them, as `<name>-alone`, the few that replace modules (`vi.mock`), which the others would meet.
 */
const loadedOnce = (name: string, folders: string, alone: string[]) => [
  suite(name, [`${folders}/**/*.test.ts`], { exclude: alone, isolate: false }),
  suite(`${name}-alone`, alone),
]

export default defineConfig({
  test: {
    // `npm test` reports an empty suite itself; a filter on one file must not fail the other projects.
    passWithNoTests: true,
    projects: [
      // Pure rules without state of their own: files share one process, which halves the time.
      suite('unit', ['src/**/*.test.{ts,tsx}'], {
        exclude: [STORE, CONTRACT].map((folders) => `${folders}/**`),
        isolate: false,
      }),
      ...loadedOnce('store', STORE, ['src/main/store/safety/exchange-database.test.ts']),
      ...loadedOnce('contract', CONTRACT, ['src/main/hosts/electron/{end,save-pdf}.test.ts']),
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
