import type { Language } from '#shared/model/common.ts'
import type { KindWords } from '#shared/model/template.ts'
import { PersonRole } from '#shared/model/vocabulary.ts'
import { indexGroups, readFeatures } from './kind-features.ts'
import { type Example, learnWeights } from './kind-learning.ts'
import { KIND_CLASSES, type KindClass, type KindModel } from './kind-model.ts'
import { stemWord } from './kind-stems.ts'
import { featuresOfLine } from './quick-add.ts'
import type { QuickAddContext } from './quick-add-reading.ts'

/** A typical line with all kinds that are right for it (`resources/capture/lines.tsv`). */
export type TrainingLine = {
  language: Language
  classes: readonly KindClass[]
  text: string
  /** The people behind its `@names`, if that matters. */
  people: QuickAddContext['people']
}

/**
 * Reads the training lines, tab-separated: language, kinds separated by commas (or `none`), the text, and optionally
 * `Name=role`. Throws on any other line.
 */
export function readTrainingLines(text: string): TrainingLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [language, kinds, title, who] = line.split('\t')
      const classes = (kinds ?? '').split(',').flatMap((one) => KIND_CLASSES.find((known) => known === one) ?? [])
      const isRead = classes.length > 0 && classes.length === kinds?.split(',').length
      if ((language !== 'ru' && language !== 'en') || title === undefined || !isRead)
        throw new Error(`Not a training line: ${line}`)
      return { language, classes, text: title, people: readPeople(who) }
    })
}

function readPeople(who: string | undefined): QuickAddContext['people'] {
  return (who ?? '').split(' ').flatMap((one) => {
    const [name, role] = one.split('=')
    return name && role ? [{ uid: name, name, role: PersonRole.parse(role) }] : []
  })
}

/** An arbitrary day: the kind of a line does not depend on it. */
const SOME_DAY = '2026-03-05'

/** Reads training lines into examples of features and classes. */
export function readExamples(
  lines: readonly TrainingLine[],
  groups: Record<string, string>,
  words: readonly KindWords[],
): Example[] {
  const stems = new Map<string, string>()
  const stem = (form: string) => {
    const known = stems.get(form) ?? stemWord(form)
    stems.set(form, known)
    return known
  }
  const index = indexGroups(groups, stem)
  return lines.map(({ text, classes, people }) => {
    const line = featuresOfLine(text, { today: SOME_DAY, words, kinds: null, skills: [], people, weekStartsOn: 1 })
    return { features: readFeatures(line, index, stem).map(({ name }) => name), classes }
  })
}

/** The model of training lines. The same lines give the same model. */
export function learnModel(
  lines: readonly TrainingLine[],
  groups: Record<string, string>,
  words: readonly KindWords[],
): KindModel {
  return { groups, weights: learnWeights(readExamples(lines, groups, words)) }
}

/**
 * Groups lines that share most of their words: lines of one group must not be split between training and evaluation.
 */
export function groupAlike(lines: readonly TrainingLine[]): number[] {
  const bags = lines.map(({ text }) => new Set((text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map(stemWord)))
  const holders = new Map<string, number[]>()
  const group = lines.map((_, at) => at)
  for (const [at, bag] of bags.entries()) {
    const shared = new Map<number, number>()
    for (const stem of bag) {
      for (const other of holders.get(stem) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
      holders.set(stem, [...(holders.get(stem) ?? []), at])
    }
    for (const [other, count] of shared) {
      const all = bag.size + (bags[other]?.size ?? 0) - count
      if (count / all >= ALIKE) group[at] = group[other] ?? other
    }
  }
  return group
}

/** The share of common words among all their words from which two lines are alike. */
const ALIKE = 0.6
