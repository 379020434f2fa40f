import { loadEntry } from '#main/store/schema/load.ts'
import { load as en } from '#shared/locales/en/load.ts'
import { load as ru } from '#shared/locales/ru/load.ts'
import type { Day, Language, LocalText } from '#shared/model/common.ts'
import { loadEntryModel } from '#shared/model/load.ts'
import { choice, csvTable, days, plain } from './csv.ts'
import { defineEntity } from './entity.ts'

/**
 * Formats as in `2 марта`, `2 March`. Every thread that reads an archive loads the entities, so these formats must load
 * neither the texts of all features nor the calendars of all languages.
 */
const DAY_AND_MONTH = {
  ru: new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
}

/** The title of a load entry: its week, named by its Monday. */
function weekTitle(week: Day): LocalText {
  const inLanguage = (language: Language, words: string) =>
    words.replace('{{day}}', `${DAY_AND_MONTH[language].format(new Date(week))} ${week.slice(0, 4)}`)
  return { ru: inLanguage('ru', ru.weekOf), en: inLanguage('en', en.weekOf) }
}

export const loadEntryEntity = defineEntity(loadEntryModel, {
  table: loadEntry,
  title: (fields) => weekTitle(fields.week),
  day: (fields) => fields.week,
  searchText: (fields) => [fields.notes],
  csv: csvTable({
    order: 'own.week, item.id',
    words: 'load',
    columns: [
      ...plain('uid'),
      ...days('week'),
      ...plain('operations', 'learning', 'strategy', 'freedMinutes'),
      choice('outcome', 'outcome'),
      ...plain('notes'),
    ],
  }),
})
