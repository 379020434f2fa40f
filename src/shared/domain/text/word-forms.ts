import { isTypo, stemWord } from '../capture/kind-stems.ts'
import { normaliseSearchText, searchWords, WORD_PATTERN } from './text.ts'

/** Shorter beginnings are shared by words of other meaning. */
const SHORTEST_STEM = 3

/**
 * What all forms of a Russian word begin with (`облаков` → `облак`), the word itself where it is short or of another
 * script: a search takes the beginnings of English words as they are typed.
 *
 * @param word as `searchWords` gives it
 */
export function commonBeginning(word: string): string {
  if (!/^[а-я]+$/.test(word)) return word
  const stem = stemWord(word)
  // Of a short name the rules leave too little: `анны` would be `ан`.
  const beginning = stem.length >= SHORTEST_STEM ? stem : word.replace(/[аеиоуыэюяйь]+$/, '')
  return beginning.length >= SHORTEST_STEM && word.startsWith(beginning) ? beginning : word
}

/** The words a person typed, each as what all its forms begin with. */
export const searchBeginnings = (question: string): string[] => searchWords(question).map(commonBeginning)

/** Words of a text in their search form. */
const wordsOf = (text: string): string[] => normaliseSearchText(text).match(WORD_PATTERN) ?? []

/** Whether a name has every word that was typed, or another form of it; nothing has what has no words. */
export function createNameMatcher(question: string): (name: string) => boolean {
  const beginnings = searchBeginnings(question)
  if (beginnings.length === 0) return () => false
  return (name) => {
    const words = wordsOf(name)
    return beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)))
  }
}

/** What was typed and the beginnings of its other forms: the words to mark in what was found. */
export const withOtherForms = (question: string): string => [question, ...searchBeginnings(question)].join(' ')

/** In shorter words one letter more or less makes another word. */
const SHORTEST_CORRECTED = 4

/**
 * The question with words as they stand in these names, where it names nothing because one letter of a word is wrong, missing,
 * too many or swapped; null where that is not why.
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
