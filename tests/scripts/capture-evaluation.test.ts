import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { learnModel, readTrainingLines } from '#shared/domain/capture/kind-training.ts'
import { crossValidate, judgeFullLines, plainReader, type Rate } from '../capture/evaluation.ts'
import { captureSources, formatModel, judgedLines, MODEL_FILE, TYPED_ON, trainingLines } from '../capture/sources.ts'
import othersLines from '../fixtures/capture/judged-lines.json' with { type: 'json' }
import { shippedModel } from '../fixtures/capture/shipped-kinds.ts'

const share = ({ right, of }: Rate) => right / of
const words = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ')

describe('the training lines', () => {
  const lines = trainingLines()

  test('are many, in both languages, of every kind and of none', () => {
    expect(lines.length).toBeGreaterThan(2000)
    for (const language of ['ru', 'en'] as const) {
      const counts = new Map<string, number>()
      for (const line of lines.filter((one) => one.language === language))
        for (const one of line.classes) counts.set(one, (counts.get(one) ?? 0) + 1)
      expect(counts.size).toBe(14)
      for (const [kind, count] of counts) expect([kind, count >= 50]).toEqual([kind, true])
    }
  })

  test('hold none of the lines it is judged by', () => {
    const known = new Set(lines.map(({ text }) => words(text)))
    const judged = Object.values(judgedLines()).flat()
    expect(judged.filter(({ line }) => known.has(words(line)))).toEqual([])
  })

  test('hold none of the lines that others judge by, of which only the hashes are known here', () => {
    const judged = new Set(othersLines)
    const hash = (text: string) =>
      createHash('sha256')
        .update(words(text) ?? '')
        .digest('hex')
        .slice(0, 16)
    expect(judged.size).toBe(80)
    expect(lines.filter(({ text }) => judged.has(hash(text)))).toEqual([])
  })

  test.each(['ru\tstudy', 'de\tstudy\tKurs', 'ru\tstudying\tкурс', 'ru\tstudy,\tкурс'])('%j is none', (line) =>
    expect(() => readTrainingLines(line)).toThrow('Not a training line'),
  )

  test('make the model that is shipped: after a change of either run `npm run learn-capture`', () => {
    const { groups, words: labels } = captureSources()
    expect(formatModel(learnModel(lines, groups, labels)) === readFileSync(MODEL_FILE, 'utf8')).toBe(true)
  })

  // Five models are learned: seconds, and many of them where the machine does other work.
  test('are understood by what was learned from others', { timeout: 240_000 }, () => {
    const rates = crossValidate(lines, captureSources())
    expect(share(rates.all)).toBeGreaterThan(0.81)
    expect(share(rates.invented)).toBeLessThan(0.03)
    for (const rate of rates.byLanguage.values()) expect(share(rate)).toBeGreaterThan(0.79)
  })
})

describe('the floor of every field', () => {
  const { words: labels } = captureSources()
  const read = plainReader(shippedModel, labels)
  const { heldOut, fresh, unusual } = judgedLines()

  test.each([
    ['held-out', heldOut, { kind: 0.96, minutes: 0.99, whole: 0.95 }],
    ['fresh', fresh, { kind: 0.92, minutes: 0.98, whole: 0.89 }],
  ] as const)('holds for the %s lines', (_, lines, floor) => {
    const rates = judgeFullLines(lines, TYPED_ON, read)
    expect(rates.whole.of).toBeGreaterThan(150)
    expect(share(rates.kinds.all)).toBeGreaterThanOrEqual(floor.kind)
    expect(share(rates.kinds.invented)).toBeLessThanOrEqual(0.03)
    expect(share(rates.minutes)).toBeGreaterThanOrEqual(floor.minutes)
    expect(share(rates.day)).toBeGreaterThanOrEqual(floor.minutes)
    expect(share(rates.whole)).toBeGreaterThanOrEqual(floor.whole)
  })

  test('is lower for unusual words, of which no more kinds are invented', () => {
    const { kinds } = judgeFullLines(unusual, TYPED_ON, read)
    expect(share(kinds.all)).toBeGreaterThanOrEqual(0.7)
    expect(kinds.invented.right).toBeLessThanOrEqual(2)
  })
})
