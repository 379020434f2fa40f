import type { ActivityKind, PersonRole } from '#shared/model/vocabulary.ts'
import type { FeatureLine, FeatureWord } from './kind-features.ts'
import { decideKind, type KindScorer } from './kind-model.ts'
import { type Mark, readMark } from './quick-add-marks.ts'
import type { Range } from './quick-add-title.ts'
import { readWords, type Word } from './quick-add-words.ts'

/** A word of the line that indicates a kind, and how strongly. */
export type KindReason = Range & { text: string; weight: number }

/** What the words of a line indicate about its kind. */
export type KindSaying = {
  decided: ActivityKind | null
  /** A likely kind that is not certain enough to be decided. */
  suggested: ActivityKind | null
  /** The words that indicate the decided or suggested kind, strongest first; at most three. */
  reasons: KindReason[]
}

const NOTHING_SAID: KindSaying = { decided: null, suggested: null, reasons: [] }

/** The role of a mark's person in the workspace, if known. */
export type RoleOf = (mark: Mark) => PersonRole | null

/** Words that are looked at: the kind shows at the beginning of a line, and a pasted page must not slow down typing. */
const MOST_WORDS = 30

/** The words of a line apart from durations and dates, as input of the features, each with its place in the line. */
export type ReadFeatureLine = { line: FeatureLine; places: readonly (Range & { text: string })[] }

export function readFeatureLine(
  { line, words }: { line: string; words: readonly Word[] },
  { skip, hasDuration, roleOf }: { skip: (index: number) => boolean; hasDuration: boolean; roleOf: RoleOf },
): ReadFeatureLine {
  const found = words.slice(0, MOST_WORDS).flatMap((word, index) => {
    const read = skip(index) ? null : toFeatureWord(word, roleOf)
    return read === null ? [] : [{ read, place: { start: word.start, end: word.end, text: word.text } }]
  })
  return {
    line: { words: found.map(({ read }) => read), hasDuration, asks: /\?\s*$/.test(line) },
    places: found.map(({ place }) => place),
  }
}

/** The scorer's result for a line. If the line looks ahead, nothing is decided, because it has not been done yet. */
export function readKindOf(
  { line, places }: ReadFeatureLine,
  scorer: KindScorer | null,
  looksAhead: boolean,
): KindSaying {
  if (scorer === null) return NOTHING_SAID
  const reading = scorer.read(line)
  const { decided, suggested } = decideKind(reading)
  const one = decided ?? suggested
  if (one === null) return NOTHING_SAID
  const all = scorer.explain(reading, one).flatMap(({ word, weight }): KindReason[] => {
    const place = places[word]
    return place === undefined ? [] : [{ ...place, weight }]
  })
  const reasons = all.filter(({ weight }) => weight >= (all[0]?.weight ?? 0) * FAINTEST).slice(0, 3)
  return looksAhead ? { decided: null, suggested: one, reasons } : { decided, suggested, reasons }
}

/** Words below this share of the strongest word's weight are not named. */
const FAINTEST = 0.25

function toFeatureWord(word: Word, roleOf: RoleOf): FeatureWord | null {
  const mark = readMark(word)
  if (mark?.kind === 'person') return { form: '', type: 'person', role: roleOf(mark) }
  if (mark !== null && word.quotedName !== null) return { form: '', type: 'quoted' }
  if (mark !== null) return { form: word.form.replace(/^[#+]/, ''), type: 'word' }
  if (word.form !== '') return { form: word.form, type: 'word' }
  if (/:\/\/|^www\./i.test(word.text)) return { form: '', type: 'address' }
  return /^[«“„"`]/.test(word.text) ? { form: '', type: 'quoted' } : null
}

/** The words of a title as input of the features: for the user's own entries, whose marks are gone. */
export function featuresOfTitle(title: string): FeatureLine {
  const words = readWords(title).flatMap((word) => toFeatureWord(word, () => null) ?? [])
  return { words, hasDuration: false, asks: /\?\s*$/.test(title) }
}
