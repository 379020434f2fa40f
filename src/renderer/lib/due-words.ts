import { createContext, useContext } from 'react'
import type { DueKind } from '#shared/model/due.ts'
import type { KeysOf } from './text-keys.ts'

/** The words of a kind of due item. */
export interface DueWords {
  words: KeysOf<'dueWords'>
  /** The page to start on while there is no item yet. */
  path?: string
}

export type WordsOfDue = { readonly [Kind in DueKind]: DueWords }

export const DueWordsContext = createContext<WordsOfDue | null>(null)

/** The words of each kind of due item, given by the feature it belongs to and gathered by the app. */
export function useDueWords(): WordsOfDue {
  const words = useContext(DueWordsContext)
  if (words === null) throw new Error('useDueWords outside of DueWordsContext')
  return words
}
