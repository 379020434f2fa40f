import { type ComboboxItem, isOptionsGroup, type OptionsFilter } from '@mantine/core'
import { textMatcher } from './text-matcher.ts'

/** Narrows the options of every list of choices as lists and catalogues are narrowed: by parts of words. */
export const filterOptions: OptionsFilter = ({ options, search, limit }) => {
  const matches = textMatcher(search)
  const among = (items: readonly ComboboxItem[]) => items.filter((item) => matches(item.label))
  return options
    .map((option) => (isOptionsGroup(option) ? { ...option, items: among(option.items) } : option))
    .filter((option) => isOptionsGroup(option) || matches(option.label))
    .slice(0, limit)
}
