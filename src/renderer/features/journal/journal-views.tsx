import { useTranslation } from 'react-i18next'
import { SavedViewsMenu } from '#renderer/fields/saved-views-menu.tsx'
import type { JournalFilter } from '#shared/contract/journal.ts'
import { useFilterWords } from './use-filter-words.ts'
import { useNamedPeriod } from './use-journal-filter.ts'

/** The saved views of the journal. Days that move with today are called by their name, not by what they are at the moment. */
export function JournalViews({ filter }: { filter: JournalFilter }) {
  const { t } = useTranslation('journal')
  const conditions = useFilterWords(filter)
  const named = useNamedPeriod()
  const period = named === null ? undefined : t(`filter.preset.${named}`)
  const words = conditions.map(({ key, text }, index) => {
    if (key !== 'days' || period === undefined) return text
    return index === 0 ? period : `${period.charAt(0).toLowerCase()}${period.slice(1)}`
  })
  return <SavedViewsMenu page="journal" words={words} movingPeriod={period} />
}
