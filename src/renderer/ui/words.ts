import { createContext, use } from 'react'

/** Texts of interface elements that do not depend on where they are used, in the present language. */
export interface UiWords {
  /** Shown instead of a part of the page that could not be drawn: what happened, what is safe, how to go on. */
  broken: { title: string; text: string; retry: string }
  /** Shown above a text that is displayed without its formatting. */
  plainMarkdown: string
}

const NONE: UiWords = { broken: { title: '', text: '', retry: '' }, plainMarkdown: '' }

/** Provided once, around the whole app. */
export const UiWordsContext = createContext<UiWords>(NONE)

export const useUiWords = (): UiWords => use(UiWordsContext)
