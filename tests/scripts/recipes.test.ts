import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'

const SRC = resolve(import.meta.dirname, '../../src')

/** Source files that say a word, without tests and what is generated. */
function filesSaying(word: RegExp): string[] {
  return readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => word.test(readFileSync(path, 'utf8')))
    .map((path) => relative(SRC, path).replaceAll('\\', '/'))
    .sort()
}

/** What *Add an entity* of docs/architecture.md lists. */
const ENTITY = [
  'main/store/entities/initiatives.ts',
  'main/store/entities/registry.ts',
  'main/store/schema/initiatives.ts',
  'renderer/app/contributions.ts',
  'renderer/features/initiatives/contribution.ts',
  'renderer/features/initiatives/initiative-form.tsx',
  'renderer/features/initiatives/initiative-panel.tsx',
  'renderer/features/initiatives/initiatives-page.tsx',
  'shared/contract/reads.ts',
  'shared/locales/en/index.ts',
  'shared/locales/en/initiatives.ts',
  'shared/locales/ru/index.ts',
  'shared/locales/ru/initiatives.ts',
  'shared/model/entities.ts',
  'shared/model/initiative.ts',
]

/** What initiatives have beyond that: a score, retros and their days, a board, a roadmap and expectations by year, starters, invented data, a place at the line of a metric, pickers that offer them. */
const MORE = [
  'main/features/catalogue/catalogue-handlers.ts',
  'main/features/catalogue/catalogue-store.ts',
  'main/features/demo/demo-format.ts',
  'main/features/demo/synthetic-items.ts',
  'main/features/metrics/metric-series.ts',
  'main/features/overview/due-store.ts',
  'main/store/facts/done.ts',
  'main/store/facts/plan-template.ts',
  'renderer/features/initiatives/board-columns.ts',
  'renderer/features/initiatives/calibration-line.tsx',
  'renderer/features/initiatives/calibration-table.tsx',
  'renderer/features/initiatives/initiative-board.tsx',
  'renderer/features/initiatives/initiative-choices.ts',
  'renderer/features/initiatives/initiative-roadmap.tsx',
  'renderer/features/initiatives/initiative-starters.tsx',
  'renderer/features/initiatives/initiative-views.tsx',
  'renderer/features/initiatives/keyed-moves.ts',
  'renderer/features/initiatives/retro-form.tsx',
  'renderer/features/initiatives/retro-section.tsx',
  'renderer/features/initiatives/retro-tones.ts',
  'renderer/features/initiatives/use-card-drag.ts',
  'renderer/features/initiatives/use-change-text.ts',
  'renderer/features/initiatives/use-retro-form.ts',
  'renderer/features/journal/subject-types.ts',
  'renderer/features/steps/step-form.tsx',
  'shared/contract/catalogue.ts',
  'shared/domain/states/calibration-years.ts',
  'shared/domain/states/due.ts',
  'shared/domain/states/ice-score.ts',
  'shared/domain/states/impact-retro.ts',
  'shared/domain/states/roadmap.ts',
  'shared/locales/en/errors.ts',
  'shared/model/due.ts',
  'shared/model/template.ts',
]

it('an entity stands in at most fifteen files', () => {
  expect(filesSaying(/initiative/i)).toEqual([...ENTITY, ...MORE].sort())
  expect(ENTITY.length).toBeLessThanOrEqual(15)
})

it('a field stands in at most five files, and in two more where it is read and found', () => {
  const read = ['main/store/entities/initiatives.ts', 'renderer/features/initiatives/initiative-panel.tsx']
  // Retros have lessons of their own.
  const isOther = (path: string) => read.includes(path) || path.includes('retro')
  const files = filesSaying(/\blesson\b/).filter((path) => path.includes('initiative') && !isOther(path))
  expect(files).toHaveLength(5)
})
