import { type ComboboxItem, isOptionsGroup, type OptionsFilter } from '@mantine/core'
import { textMatcher } from './text-matcher.ts'

/** Filters the options of every choice in the same way as lists and catalogues: by parts of words. */
export const filterOptions: OptionsFilter = ({ options, search, limit }) => {
  const matches = textMatcher(search)
  const among = (items: readonly ComboboxItem[]) => items.filter((item) => matches(item.label))
  return options
    .map((option) => (isOptionsGroup(option) ? { ...option, items: among(option.items) } : option))
    .filter((option) => isOptionsGroup(option) || matches(option.label))
    .slice(0, limit)
}
