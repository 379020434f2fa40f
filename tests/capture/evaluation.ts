import { learnWeights } from '#shared/domain/capture/kind-learning.ts'
import { createKindScorer, KIND_CLASSES, type KindClass, type KindModel } from '#shared/domain/capture/kind-model.ts'
import { groupAlike, readExamples, type TrainingLine } from '#shared/domain/capture/kind-training.ts'
import { parseQuickAdd } from '#shared/domain/capture/quick-add.ts'
import type { QuickAddContext } from '#shared/domain/capture/quick-add-reading.ts'
import type { ActivityKind } from '#shared/model/vocabulary.ts'

/** A line with all it says, in the form of `tests/fixtures/capture`; null is none, a list is whatever is right. */
export interface FullLine {
  id: string
  lang: 'ru' | 'en'
  line: string
  kind: (ActivityKind | null)[]
  minutes: number | null
  day: string | string[] | null
  people: string[]
  marks: string[]
  title: string
  titleAlso?: string[]
}

/** How many of how many were right. */
export interface Rate {
  right: number
  of: number
}

export interface KindRates {
  all: Rate
  /** Kinds decided for lines that have none, of those lines. */
  invented: Rate
  /** No kind decided where one is due. */
  missed: Rate
  /** Not decided, but suggested right, of the missed ones. */
  suggested: Rate
  byKind: Map<KindClass, Rate>
  byLanguage: Map<string, Rate>
  faults: string[]
}

const emptyRate = (): Rate => ({ right: 0, of: 0 })

function count(rate: Rate, right: boolean): void {
  rate.of += 1
  if (right) rate.right += 1
}

function countIn<Key>(rates: Map<Key, Rate>, key: Key, right: boolean): void {
  const rate = rates.get(key) ?? emptyRate()
  rates.set(key, rate)
  count(rate, right)
}

export const emptyRates = (): KindRates => ({
  all: emptyRate(),
  invented: emptyRate(),
  missed: emptyRate(),
  suggested: emptyRate(),
  byKind: new Map(),
  byLanguage: new Map(),
  faults: [],
})

/** Counts one answer. A kind that is only suggested is none. */
export function countKind(
  rates: KindRates,
  line: { text: string; language: string; classes: readonly KindClass[] },
  answer: { decided: ActivityKind | null; suggested: ActivityKind | null },
): void {
  const right = line.classes.includes(answer.decided ?? 'none')
  count(rates.all, right)
  countIn(rates.byKind, line.classes[0] ?? 'none', right)
  countIn(rates.byLanguage, line.language, right)
  if (line.classes.length === 1 && line.classes[0] === 'none') count(rates.invented, answer.decided !== null)
  if (!line.classes.includes('none')) {
    count(rates.missed, answer.decided === null)
    if (answer.decided === null)
      count(rates.suggested, answer.suggested !== null && line.classes.includes(answer.suggested))
  }
  if (!right)
    rates.faults.push(
      `${line.text} -> ${answer.decided ?? `none (${answer.suggested ?? '-'}?)`}, should be ${line.classes}`,
    )
}

export interface Sources {
  groups: Record<string, string>
  words: QuickAddContext['words']
}

/**
 * Learns from four fifths of the lines and judges the fifth as quick add reads it, five times; lines that are alike stay
 * together.
 */
export function crossValidate(lines: readonly TrainingLine[], { groups, words }: Sources, folds = 5): KindRates {
  const rates = emptyRates()
  const examples = readExamples(lines, groups, words)
  const alike = groupAlike(lines)
  const foldOf = (at: number) => (((alike[at] ?? at) * 7919) % 104_729) % folds
  for (let fold = 0; fold < folds; fold++) {
    const weights = learnWeights(examples.filter((_, at) => foldOf(at) !== fold))
    const kinds = createKindScorer({ groups, weights })
    for (const [at, line] of lines.entries()) {
      if (foldOf(at) !== fold) continue
      const { people, text } = line
      const read = parseQuickAdd(text, { today: '2026-03-05', words, kinds, skills: [], people, weekStartsOn: 1 })
      countKind(rates, line, { decided: read.kind, suggested: read.suggested.kind })
    }
  }
  return rates
}

export interface FieldRates {
  kinds: KindRates
  minutes: Rate
  day: Rate
  people: Rate
  marks: Rate
  title: Rate
  whole: Rate
  faults: string[]
}

/** Signs that say nothing in a title are not compared. */
const plain = (title: string) => title.replace(/\s+/g, ' ').trim()

/** Judges the whole reading of full lines, typed on `today`. */
export function judgeFullLines(
  lines: readonly FullLine[],
  today: string,
  read: (line: string, today: string) => ReturnType<typeof parseQuickAdd>,
): FieldRates {
  const rates: FieldRates = {
    kinds: emptyRates(),
    minutes: emptyRate(),
    day: emptyRate(),
    people: emptyRate(),
    marks: emptyRate(),
    title: emptyRate(),
    whole: emptyRate(),
    faults: [],
  }
  for (const line of lines) {
    const found = read(line.line, today)
    const classes = line.kind.map((kind) => kind ?? ('none' as const))
    countKind(
      rates.kinds,
      { text: line.line, language: line.lang, classes },
      { decided: found.kind, suggested: found.suggested?.kind ?? null },
    )
    const days = line.day === null ? [today] : [line.day].flat()
    const names = found.people.map((one) => ('newName' in one ? one.newName.replaceAll(' ', '_') : one.uid))
    const marks = [...found.newTags, ...found.skillUids]
    const right = {
      kind: classes.includes(found.kind ?? 'none'),
      minutes: found.minutes === line.minutes,
      day: days.includes(found.day),
      people: isSame(names, line.people),
      marks: isSame(marks, line.marks),
      title: [line.title, ...(line.titleAlso ?? [])].map(plain).includes(plain(found.title)),
    }
    for (const field of ['minutes', 'day', 'people', 'marks', 'title'] as const) {
      count(rates[field], right[field])
      if (!right[field])
        rates.faults.push(`${field}: ${line.line} -> ${JSON.stringify(found[field === 'marks' ? 'newTags' : field])}`)
    }
    count(rates.whole, Object.values(right).every(Boolean))
  }
  return rates
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  [...one]
    .map((name) => name.toLowerCase())
    .sort()
    .join() ===
  [...other]
    .map((name) => name.toLowerCase())
    .sort()
    .join()

/** The reading of a workspace without skills and people: every label is a tag, every name is new. */
export function plainReader(model: KindModel, words: QuickAddContext['words']) {
  const kinds = createKindScorer(model)
  return (line: string, today: string) =>
    parseQuickAdd(line, { today, words, kinds, skills: [], people: [], weekStartsOn: 1 })
}

const percent = ({ right, of }: Rate) => `${of === 0 ? '-' : ((100 * right) / of).toFixed(1)} % (${right} of ${of})`

/** The rates of kinds as lines of text. */
export function tellKinds(rates: KindRates): string[] {
  const byKind = KIND_CLASSES.flatMap((kind) => {
    const rate = rates.byKind.get(kind)
    return rate ? [`  ${kind.padEnd(18)} ${percent(rate)}`] : []
  })
  return [
    `kind                 ${percent(rates.all)}`,
    `  invented           ${percent(rates.invented)}`,
    `  missed             ${percent(rates.missed)}, suggested right ${percent(rates.suggested)}`,
    ...[...rates.byLanguage].map(([language, rate]) => `  ${language.padEnd(18)} ${percent(rate)}`),
    ...byKind,
  ]
}

/** The rates of every field as lines of text. */
export function tellFields(rates: FieldRates): string[] {
  const fields = ['minutes', 'day', 'people', 'marks', 'title', 'whole'] as const
  return [...tellKinds(rates.kinds), ...fields.map((field) => `${field.padEnd(20)} ${percent(rates[field])}`)]
}
