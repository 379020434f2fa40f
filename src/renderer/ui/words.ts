import { createContext, use } from 'react'

/** What pieces of the interface say by themselves, wherever they stand: in the language of the moment. */
export interface UiWords {
  /** Instead of a part of the page that could not be drawn: what happened, what is safe, how to go on. */
  broken: { title: string; text: string; retry: string }
  /** Above a text that is shown without its formatting. */
  plainMarkdown: string
}

const NONE: UiWords = { broken: { title: '', text: '', retry: '' }, plainMarkdown: '' }

/** Given once, around everything. */
export const UiWordsContext = createContext<UiWords>(NONE)

export const useUiWords = (): UiWords => use(UiWordsContext)
