import { isTypo, stemWord } from '../capture/kind-stems.ts'
import { normaliseSearchText, searchWords, WORD_PATTERN } from './text.ts'

/** Shorter beginnings also belong to unrelated words. */
const SHORTEST_STEM = 3

/**
 * The common beginning of all forms of a Russian word (`облаков` → `облак`); the word itself if it is short or in
 * another script, because search matches English words by their typed beginnings.
 *
 * @param word as `searchWords` gives it
 */
export function commonBeginning(word: string): string {
  if (!/^[а-я]+$/.test(word)) return word
  const stem = stemWord(word)
  // Of a short name the stemmer leaves too little: `анны` would be `ан`.
  const beginning = stem.length >= SHORTEST_STEM ? stem : word.replace(/[аеиоуыэюяйь]+$/, '')
  return beginning.length >= SHORTEST_STEM && word.startsWith(beginning) ? beginning : word
}

/** The typed words, each reduced to the common beginning of its forms. */
export const searchBeginnings = (question: string): string[] => searchWords(question).map(commonBeginning)

/** Words of a text in their search form. */
const wordsOf = (text: string): string[] => normaliseSearchText(text).match(WORD_PATTERN) ?? []

/** Whether a name has every typed word in some form; without words nothing matches. */
export function createNameMatcher(question: string): (name: string) => boolean {
  const beginnings = searchBeginnings(question)
  if (beginnings.length === 0) return () => false
  return (name) => {
    const words = wordsOf(name)
    return beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)))
  }
}

/** The typed words and the beginnings of their other forms, for marking matches in results. */
export const withOtherForms = (question: string): string => [question, ...searchBeginnings(question)].join(' ')

/** In shorter words one different letter makes another word. */
const SHORTEST_CORRECTED = 4

/**
 * The question with its words corrected to those of these names, if it matches no name because one letter of a word is
 * wrong, missing, added or swapped; null if that is not the reason.
 */
export function correctWords(question: string, names: readonly string[]): string | null {
  const known = new Set(names.flatMap(wordsOf).filter((word) => word.length >= SHORTEST_CORRECTED))
  const correct = (word: string): string | null => {
    const beginning = commonBeginning(word)
    if ([...known].some((one) => one.startsWith(beginning))) return word
    if (word.length < SHORTEST_CORRECTED) return null
    const whole = [...known].find((one) => isTypo(word, one))
    return whole ?? [...known].find((one) => isTypo(word, one.slice(0, word.length))) ?? null
  }
  const words = searchWords(question)
  const corrected = words.map(correct)
  if (corrected.includes(null)) return null
  const text = corrected.join(' ')
  return text === words.join(' ') ? null : text
}
