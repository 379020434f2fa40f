import { loadEntry } from '#main/store/schema/load.ts'
import { weekStart } from '#shared/domain/calendar/calendar.ts'
import { createFigures } from '#shared/domain/text/figures.ts'
import { resources } from '#shared/locales/resources.ts'
import type { Day, Language, LocalText } from '#shared/model/common.ts'
import { loadEntryModel } from '#shared/model/load.ts'
import { choice, csvTable, days, plain } from './csv.ts'
import { defineEntity } from './entity.ts'

const FIGURES = { ru: createFigures('ru'), en: createFigures('en') }

/** What a week is called wherever its entry is named: by its Monday. */
function weekTitle(week: Day): LocalText {
  const inLanguage = (language: Language) =>
    resources[language].load.weekOf.replace('{{day}}', FIGURES[language].day(week))
  return { ru: inLanguage('ru'), en: inLanguage('en') }
}

export const loadEntryEntity = defineEntity(loadEntryModel, {
  table: loadEntry,
  title: (fields) => weekTitle(fields.week),
  day: (fields) => fields.week,
  searchText: (fields) => [fields.notes],
  // Whichever of its days was given, a week is known by its Monday.
  complete: (fields) => (fields.week === '' ? fields : { ...fields, week: weekStart(fields.week, 1) }),
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
