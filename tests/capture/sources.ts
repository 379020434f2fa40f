import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { KindModel } from '#shared/domain/capture/kind-model.ts'
import { readTrainingLines, type TrainingLine } from '#shared/domain/capture/kind-training.ts'
import { KindWords } from '#shared/model/template.ts'
import type { FullLine, Sources } from './evaluation.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8')

/** Where `npm run learn-capture` writes what it has learned. */
export const MODEL_FILE = resolve(ROOT, 'resources/capture/model.json')

/** The training lines of `resources/capture`. */
export const trainingLines = (): TrainingLine[] => readTrainingLines(read('resources/capture/lines.tsv'))

/** The groups of words and the labels they are read with. */
export const captureSources = (): Sources => ({
  groups: JSON.parse(read('resources/capture/groups.json')) as Record<string, string>,
  words: KindWords.array().parse(JSON.parse(read('resources/plan/quick-add.json'))),
})

/** Full lines of a file in the form of `tests/fixtures/capture/held-out.ndjson`; the path counts from the current folder. */
export function readFullLines(path: string): FullLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as FullLine)
}

const judged = (name: string) => readFullLines(resolve(ROOT, `tests/fixtures/capture/${name}.ndjson`))

/**
 * The full lines that quick add is judged by; none is learned from. The held-out ones were looked at while its rules were made. Of
 * the kinds of the fresh ones nothing but the totals was, nor of the unusual ones, which say things in words that few would use
 * and show how far it reaches.
 */
export const judgedLines = () => ({
  heldOut: judged('held-out'),
  fresh: judged('fresh'),
  unusual: judged('unusual'),
})

/** The day the full lines were written for, a Thursday. */
export const TYPED_ON = '2026-11-26'

/** The model as a file: one feature a line, so that a change can be looked at. */
export function formatModel({ groups, weights }: KindModel): string {
  const rows = Object.entries(weights).map(([name, row]) => `${JSON.stringify(name)}:[${row.join(',')}]`)
  return `{"groups":${JSON.stringify(groups)},\n"weights":{\n${rows.join(',\n')}\n}}\n`
}
