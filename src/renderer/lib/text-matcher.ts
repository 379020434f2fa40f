import { normaliseSearchText } from '#shared/domain/text/text.ts'

/** Whether a text has every word of the filter, in any place and either spelling of ё. */
export function textMatcher(filter: string): (text: string) => boolean {
  const words = normaliseSearchText(filter).split(/\s+/).filter(Boolean)
  return (text) => {
    const haystack = words.length === 0 ? '' : normaliseSearchText(text)
    return words.every((word) => haystack.includes(word))
  }
}
