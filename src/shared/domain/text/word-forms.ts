import { stemWord } from '../capture/kind-stems.ts'
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
