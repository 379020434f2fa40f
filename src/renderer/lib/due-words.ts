import { createContext, useContext } from 'react'
import type { DueKind } from '#shared/model/due.ts'
import type { KeysOf } from './text-keys.ts'

/** How something that waits is told in lists of what is due. */
export interface DueWords {
  words: KeysOf<'dueWords'>
  /** Where it is begun while there is no item of it yet. */
  path?: string
}

export type WordsOfDue = { readonly [Kind in DueKind]: DueWords }

export const DueWordsContext = createContext<WordsOfDue | null>(null)

/** How each kind of what is due is told: by the feature it belongs to; the app has gathered it. */
export function useDueWords(): WordsOfDue {
  const words = useContext(DueWordsContext)
  if (words === null) throw new Error('useDueWords outside of DueWordsContext')
  return words
}
