import type { PersonRole } from '#shared/model/vocabulary.ts'
import { bareStem, isTypo, stemWord, wordParts } from './kind-stems.ts'

/**
 * The features of a line that a weight can be learned for:
 *
 * - `w:ментор` a stem, `x:мент` the beginning of a long one, `b:с ментор` two neighbours, `1:созвон` the first word;
 * - `g:senior` a group of words with similar meaning in both languages (`resources/capture/groups.json`), `g:read text`
 *   two groups in the order of the line, so that *wrote ... article* differs from *read ... article*;
 * - `s:...` the shape of the line: a question, a word in the infinitive, a past form, a web address, an exam's code;
 * - `p:mentor` a named person, by their role in the workspace.
 */
export type Feature = {
  name: string
  /** The words it comes from, by index in `FeatureLine.words`; empty for the shape of the whole line. */
  words: readonly number[]
}

/** A word of a line that may indicate its kind. */
export type FeatureWord = {
  /** Lower case, ё as е; empty for opaque words (quoted text, an address). */
  form: string
  /** `person` is a mark, with a known or unknown role; the words of `#labels` are ordinary words. */
  type: 'word' | 'quoted' | 'address' | 'person'
  role?: PersonRole | null | undefined
}

export type FeatureLine = {
  words: readonly FeatureWord[]
  hasDuration: boolean
  /** Ends with a question mark. */
  asks: boolean
}

/** Groups by stem. For an unknown word it looks for a typo once and remembers the answer. */
export type GroupIndex = { groupsOf: (stem: string) => readonly string[] }

export type Stemming = (form: string) => string

/** Before a word of a group: only this form of it is meant (*fix* says what is to be done, *fixed* what was done). */
const EXACTLY = '='

/** Indexes groups of words; `groups` maps a name to its words, in any form (but see `EXACTLY`), separated by spaces. */
export function indexGroups(groups: Record<string, string>, stem: Stemming = stemWord): GroupIndex {
  const found = new Map<string, string[]>()
  for (const [name, words] of Object.entries(groups)) {
    for (const word of words.split(' ')) {
      const key = word.startsWith(EXACTLY) ? word : stem(word)
      const names = found.get(key) ?? []
      if (!names.includes(name)) names.push(name)
      found.set(key, names)
    }
  }
  const byLetter = Map.groupBy(
    [...found.keys()].filter((known) => known.length >= LONELY_TYPO_LENGTH && !known.startsWith(EXACTLY)),
    (known) => known[0],
  )
  const answers = new Map<string, readonly string[]>()
  const groupsOf = (one: string) => {
    const answer = answers.get(one) ?? findGroups(one, found, byLetter.get(one[0]) ?? [])
    if (answers.size < MOST_ANSWERS) answers.set(one, answer)
    return answer
  }
  return { groupsOf }
}

/** Remembered answers at most. */
const MOST_ANSWERS = 20_000

/** Minimum length for typos: a shorter stem with one different letter is another word. */
const LONELY_TYPO_LENGTH = 5

/** This many letters of a longer stem tell something too: *созвонились* and *созвон* begin alike, and so do *mentor* and *mentee*. */
const BEGINNING = 4

const INFINITIVE = /(?:[аеиоуыя]ть|[аеиоуыя]ться|[зс]ти|чь)$/
const PAST = /(?:[аеиоуыя]л[аи]?|[аеиоуыя]л[аи]?с[ья]|[а-я]{2}ед)$|^(?:ш[её]л|вел|нес)/
const PAST_ENGLISH = /^[a-z]{2,}ed$/
const ING = /^[a-z]{2,}ing$/
const EXAM = /^[a-z]{2,3}-?[a-z]?\d{2,3}$/
/** Every feature of a line, once for each place it comes from. */
export function readFeatures(line: FeatureLine, index: GroupIndex, stem: Stemming = stemWord): Feature[] {
  const features: Feature[] = []
  const named: { name: string; at: number }[] = []
  const stems: (string | null)[] = []
  for (const [at, word] of line.words.entries()) {
    const names = new Set<string>()
    const own = word.type === 'word' ? wordParts(word.form).map(stem) : []
    stems.push(own[0] ?? (word.type === 'word' ? null : `<${word.type}>`))
    for (const one of own) {
      features.push({ name: `w:${one}`, words: [at] })
      if (one.length > BEGINNING) features.push({ name: `x:${one.slice(0, BEGINNING)}`, words: [at] })
      for (const name of index.groupsOf(one)) names.add(name)
    }
    if (word.type === 'word') for (const name of index.groupsOf(EXACTLY + word.form)) names.add(name)
    for (const shape of shapesOf(word)) names.add(shape)
    for (const name of names) {
      features.push({ name: `g:${name}`, words: [at] })
      named.push({ name, at })
    }
  }
  addPlaces(features, stems, named)
  if (line.asks) features.push({ name: 's:asks', words: [] })
  if (line.hasDuration) features.push({ name: 's:time', words: [] })
  features.push({ name: `s:length ${Math.min(6, line.words.length)}`, words: [] })
  return features
}

/** Features that depend on the order: the first word, neighbours, groups one after another. */
function addPlaces(features: Feature[], stems: readonly (string | null)[], named: { name: string; at: number }[]) {
  if (stems[0]) features.push({ name: `1:${stems[0]}`, words: [0] })
  for (const { name, at } of named) if (at === 0) features.push({ name: `1g:${name}`, words: [0] })
  for (let at = 1; at < stems.length; at++) {
    if (stems[at - 1] && stems[at]) features.push({ name: `b:${stems[at - 1]} ${stems[at]}`, words: [at - 1, at] })
  }
  const seen = new Set<string>()
  for (const [index, one] of named.entries()) {
    for (const other of named.slice(index + 1)) {
      const name = `g:${one.name} ${other.name}`
      if (one.at === other.at || seen.has(name)) continue
      seen.add(name)
      features.push({ name, words: [one.at, other.at] })
    }
  }
}

function findGroups(
  stem: string,
  groups: ReadonlyMap<string, readonly string[]>,
  alike: readonly string[],
): readonly string[] {
  const exact = groups.get(stem)
  if (exact) return exact
  if (stem.startsWith(EXACTLY)) return []
  const bare = bareStem(stem)
  const without = bare === null ? undefined : groups.get(bare)
  if (without) return without
  if (stem.length < LONELY_TYPO_LENGTH || /\d/.test(stem)) return []
  const meant = alike.find((known) => isTypo(stem, known))
  return (meant === undefined ? undefined : groups.get(meant)) ?? []
}

/** Features of a word's form, whatever the word. */
function shapesOf({ form, type, role }: FeatureWord): string[] {
  // `contact` is the default role of new people, so it means nothing here.
  if (type === 'person') return role === 'mentor' || role === 'mentee' ? ['person', `person-${role}`] : ['person']
  if (type !== 'word') return [type]
  const shapes: string[] = []
  if (INFINITIVE.test(form)) shapes.push('to-do')
  if (PAST.test(form) || PAST_ENGLISH.test(form)) shapes.push('done')
  if (ING.test(form)) shapes.push('doing')
  if (EXAM.test(form)) shapes.push('code')
  if (/^\d/.test(form)) shapes.push(form.endsWith('%') ? 'percent' : 'number')
  return shapes
}
