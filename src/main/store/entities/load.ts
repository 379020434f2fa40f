import { loadEntry } from '#main/store/schema/load.ts'
import { addDays, weekStart } from '#shared/domain/calendar/calendar.ts'
import { createFigures } from '#shared/domain/text/figures.ts'
import { resources } from '#shared/locales/resources.ts'
import type { Day, Language, LocalText } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import { type LoadEntryFields, loadEntryModel } from '#shared/model/load.ts'
import { choice, csvTable, days, plain } from './csv.ts'
import { defineEntity } from './entity.ts'

const FIGURES = { ru: createFigures('ru'), en: createFigures('en') }

/** What a week is called wherever its entry is named: by its Monday. */
function weekTitle(week: Day): LocalText {
  const inLanguage = (language: Language) =>
    resources[language].load.weekOf.replace('{{day}}', FIGURES[language].day(week))
  return { ru: inLanguage('ru'), en: inLanguage('en') }
}

/** Whichever of its days was given, a week is known by its Monday. It has begun: where weeks begin on Sunday, a day before that. */
function complete(fields: LoadEntryFields, before: LoadEntryFields | null, today: Day): LoadEntryFields {
  if (fields.week === '') return fields
  const week = weekStart(fields.week, 1)
  if (week !== before?.week && week > addDays(today, 1))
    throw new Failure('VALIDATION', { issues: [{ path: ['week'], message: 'day.future' }] })
  return { ...fields, week }
}

export const loadEntryEntity = defineEntity(loadEntryModel, {
  table: loadEntry,
  title: (fields) => weekTitle(fields.week),
  day: (fields) => fields.week,
  searchText: (fields) => [fields.notes],
  complete,
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
