import { normaliseSearchText } from '#shared/domain/text/text.ts'

/** Whether a text contains every word of the filter, in any order, with ё equal to е. */
export function textMatcher(filter: string): (text: string) => boolean {
  const words = normaliseSearchText(filter).split(/\s+/).filter(Boolean)
  return (text) => {
    const haystack = words.length === 0 ? '' : normaliseSearchText(text)
    return words.every((word) => haystack.includes(word))
  }
}
