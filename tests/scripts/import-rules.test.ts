import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import configuration from '../../.dependency-cruiser.mjs'
import { checkImports } from '../../scripts/lib/imports.mjs'

/** One offending import per line: the rule that must catch it, the file, what it imports. */
const OFFENCES = [
  ['model', 'src/shared/model/bad.ts', '#shared/domain/fine.ts'],
  ['model', 'src/shared/model/bad-node.ts', 'node:fs'],
  ['domain', 'src/shared/domain/bad.ts', 'zod'],
  ['contract', 'src/shared/contract/bad.ts', '@orpc/server'],
  ['locales', 'src/shared/locales/ru/bad.ts', '#shared/model/fine.ts'],
  ['store-files', 'src/main/store/files/bad.ts', '#main/store/engine/fine.ts'],
  ['store-threads', 'src/main/store/threads/bad.ts', '#main/store/engine/fine.ts'],
  ['store-schema', 'src/main/store/schema/bad.ts', '#main/store/entities/fine.ts'],
  ['store-entities', 'src/main/store/entities/bad.ts', '#main/store/engine/fine.ts'],
  ['store-engine', 'src/main/store/engine/bad.ts', '#main/store/safety/fine.ts'],
  ['store-engine', 'src/main/store/engine/bad-facts.ts', '#main/store/facts/fine.ts'],
  ['store-facts', 'src/main/store/facts/bad.ts', '#main/store/safety/fine.ts'],
  ['store-safety', 'src/main/store/safety/bad.ts', '#main/store/facts/fine.ts'],
  ['store-safety', 'src/main/store/safety/bad-feature.ts', '#main/features/skills/skills-store.ts'],
  ['store-door', 'src/main/store/bad.ts', '#main/features/skills/skills-store.ts'],
  ['features-common', 'src/main/features/bad.ts', '#main/features/skills/skills-store.ts'],
  ['feature', 'src/main/features/plan/bad.ts', '#main/features/skills/skills-store.ts'],
  ['feature', 'src/main/features/plan/bad-app.ts', '#main/app/fine.ts'],
  ['composing-feature', 'src/main/features/overview/bad.ts', '#main/features/skills/skills-handlers.ts'],
  ['main-app', 'src/main/app/bad.ts', '#main/hosts/browser/fine.ts'],
  ['electron-host', 'src/main/hosts/electron/bad.ts', '#main/hosts/browser/fine.ts'],
  ['host', 'src/main/hosts/browser/bad.ts', '#main/store/engine/fine.ts'],
  ['hosts-common', 'src/main/hosts/bad.ts', '#main/hosts/browser/fine.ts'],
  ['entry', 'src/main/browser.ts', 'hono'],
  ['electron-entry', 'src/main/electron.ts', '#main/features/skills/skills-store.ts'],
  ['preload', 'src/preload/bad.ts', 'node:fs'],
  ['renderer-ui', 'src/renderer/ui/bad.tsx', '#shared/model/fine.ts'],
  ['renderer-lib', 'src/renderer/lib/bad.ts', '#renderer/ui/fine.tsx'],
  ['documents', 'src/shared/documents/bad.ts', '#shared/contract/fine.ts'],
  ['renderer-documents', 'src/renderer/documents/bad.tsx', '#renderer/fields/fine.tsx'],
  ['renderer-fields', 'src/renderer/fields/bad.tsx', '#renderer/features/skills/fine.tsx'],
  ['renderer-feature', 'src/renderer/features/journal/bad.tsx', '#renderer/features/skills/fine.tsx'],
  ['renderer-feature', 'src/renderer/features/metrics/bad.tsx', '#renderer/features/plan/fine.tsx'],
  ['renderer-feature', 'src/renderer/features/journal/bad-app.tsx', '#renderer/app/fine.tsx'],
  ['renderer-plan', 'src/renderer/features/plan/bad.tsx', '#renderer/features/skills/fine.tsx'],
  ['renderer-app', 'src/renderer/app/bad.tsx', '#main/app/fine.ts'],
  ['no-cycles', 'src/shared/domain/one.ts', './two.ts'],
  ['resolvable', 'src/shared/domain/lost.ts', './nowhere.ts'],
  ['alias-between-folders', 'src/shared/domain/bad-alias.ts', '../model/fine.ts'],
  ['alias-between-folders', 'src/main/features/plan/bad-alias.ts', '../../store/engine/fine.ts'],
  ['alias-between-folders', 'src/main/store/facts/bad-alias.ts', '../engine/fine.ts'],
  ['known-place', 'src/shared/helpers/bad.ts', '#shared/model/fine.ts'],
  ['known-place', 'src/main/store/helpers/bad.ts', '#shared/model/fine.ts'],
  ['electron-only-in-its-host', 'src/main/app/bad-electron.ts', 'electron'],
  ['electron-only-in-its-host', 'src/main/app/app.test.ts', 'electron'],
  ['no-server-code-in-renderer', 'src/renderer/lib/bad-server.ts', '@orpc/server'],
  ['no-node-in-renderer', 'src/renderer/features/plan/bad-node.ts', 'node:path'],
  ['no-translation-in-ui', 'src/renderer/ui/bad-text.tsx', 'react-i18next'],
  ['no-test-code-in-product', 'src/shared/domain/bad-test.ts', 'vitest'],
  ['shared-tests-stay-shared', 'src/shared/domain/fine.test.ts', '#main/app/fine.ts'],
  ['main-tests-stay-main', 'src/main/store/engine/fine.test.ts', '#renderer/lib/fine.ts'],
  ['e2e-knows-no-source', 'tests/e2e/bad.spec.ts', '../fixtures/reaching.ts'],
  ['scripts-know-no-source', 'scripts/bad.mjs', '#shared/model/fine.ts'],
] as const

/** What the table allows, one file of each kind; none of them may be reported. */
const ALLOWED: [file: string, ...imports: string[]][] = [
  ['src/shared/model/fine.ts', 'zod'],
  ['src/shared/domain/fine.ts', '#shared/model/fine.ts', 'date-fns'],
  ['src/shared/domain/two.ts', './one.ts'],
  ['src/shared/contract/fine.ts', '#shared/model/fine.ts', '#shared/domain/fine.ts', '@orpc/contract', 'zod'],
  ['src/shared/documents/fine.ts', '#shared/model/fine.ts', '#shared/domain/fine.ts', '#shared/locales/fine.ts'],
  ['src/shared/locales/fine.ts'],
  ['src/main/store/files/fine.ts', 'node:fs', '#shared/model/fine.ts'],
  ['src/main/store/threads/fine.ts', 'node:worker_threads', '#main/store/files/fine.ts'],
  ['src/main/store/schema/fine.ts', 'drizzle-orm/sqlite-core', '#shared/model/fine.ts'],
  ['src/main/store/entities/fine.ts', '#main/store/schema/fine.ts', 'zod'],
  [
    'src/main/store/engine/fine.ts',
    'better-sqlite3',
    'drizzle-orm/better-sqlite3',
    'node:fs',
    '#main/store/entities/fine.ts',
    '#main/store/threads/fine.ts',
    '#shared/model/fine.ts',
  ],
  ['src/main/store/facts/fine.ts', '#main/store/engine/fine.ts', '#shared/domain/fine.ts'],
  ['src/main/store/safety/fine.ts', '#main/store/engine/fine.ts', '#main/store/files/fine.ts', 'better-sqlite3'],
  ['src/main/store/door.ts', './safety/fine.ts', './engine/fine.ts'],
  ['src/main/features/skills/skills-store.ts', 'drizzle-orm', '#main/store/engine/fine.ts', '#shared/model/fine.ts'],
  ['src/main/features/skills/skills-handlers.ts', './skills-store.ts'],
  ['src/main/features/overview/fine.ts', '#main/features/skills/skills-store.ts'],
  ['src/main/app/fine.ts', '#main/features/skills/skills-handlers.ts', '@orpc/server', '#shared/contract/fine.ts'],
  ['src/main/hosts/options.ts', 'node:util'],
  ['src/main/hosts/socket/fine.ts', '#main/hosts/options.ts', 'node:net'],
  ['src/main/hosts/browser/fine.ts', '#main/app/fine.ts', '#main/hosts/socket/fine.ts', '@hono/node-server'],
  ['src/main/hosts/electron/fine.ts', 'electron', '#main/app/fine.ts'],
  ['src/main/cli.ts', '#main/hosts/socket/fine.ts', '#main/store/engine/fine.ts'],
  ['src/preload/index.ts', 'electron'],
  ['src/renderer/ui/fine.tsx', 'react', '@mantine/core'],
  ['src/renderer/lib/fine.ts', '@orpc/client', '#shared/contract/fine.ts'],
  ['src/renderer/documents/fine.tsx', '#renderer/ui/fine.tsx', '#renderer/lib/fine.ts', '#shared/documents/fine.ts'],
  ['src/renderer/fields/fine.tsx', '#renderer/ui/fine.tsx', '#renderer/lib/fine.ts'],
  [
    'src/renderer/features/skills/fine.tsx',
    '#renderer/documents/fine.tsx',
    '#renderer/fields/fine.tsx',
    '#renderer/ui/fine.tsx',
    'react-i18next',
  ],
  ['src/renderer/features/plan/fine.tsx', '#renderer/features/metrics/fine.tsx'],
  ['src/renderer/features/metrics/fine.tsx', '#renderer/fields/fine.tsx'],
  ['src/renderer/app/fine.tsx', '#renderer/features/skills/fine.tsx', '@tanstack/react-router'],
  ['src/renderer/main.tsx', '#renderer/app/fine.tsx'],
  ['src/shared/domain/two.test.ts', 'vitest', 'fast-check', 'node:fs', './fine.ts'],
  ['tests/fixtures/reaching.ts', '#shared/model/fine.ts'],
  ['tests/e2e/fine.spec.ts', '@playwright/test', 'node:fs'],
]

const repository = resolve(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'kurs-imports-'))

function writeModule(file: string, imports: readonly string[]): void {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, imports.map((name, index) => `import * as a${index} from '${name}'\n`).join(''))
}

describe('import rules', () => {
  const files = [...OFFENCES.map(([, file]) => file), ...ALLOWED.map(([file]) => file)]
  let result: Awaited<ReturnType<typeof checkImports>>

  beforeAll(async () => {
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
    symlinkSync(join(repository, 'package.json'), join(root, 'package.json'))
    for (const [file, ...imports] of ALLOWED) writeModule(file, imports)
    for (const [, file, name] of OFFENCES) writeModule(file, [name])
    result = await checkImports(root, [...files, 'src/shared/model/unread.ts'])
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it.each(OFFENCES)('%s catches %s -> %s', (rule, file) => {
    expect(result.violations.filter(({ from }) => from === file).map((violation) => violation.rule)).toContain(rule)
  })

  it('reports nothing that the table allows', () => {
    const allowed = new Set(ALLOWED.map(([file]) => file))
    // The two halves of the cycle and the fixture that reaches into src are reported from their other end.
    const others = result.violations.filter(({ from, rule }) => allowed.has(from) && rule !== 'no-cycles')
    expect(others).toEqual([])
  })

  it('has an offence for every rule', () => {
    const rules = new Set((configuration.forbidden ?? []).map((rule) => rule.name))
    expect(rules).toEqual(new Set(OFFENCES.map(([rule]) => rule)))
  })

  it('tells modules that were not read from a clean result', () => {
    expect(result.missing).toEqual(['src/shared/model/unread.ts'])
    expect(result.read).toBe(files.length)
  })
})
