import { getTableName } from 'drizzle-orm'
import type { Store } from '#main/store/engine/database.ts'
import { toViews } from '#main/store/engine/items.ts'
import { rowsByIds } from '#main/store/engine/rows.ts'
import { readRows } from '#main/store/engine/statements.ts'
import type { CsvColumn, CsvTable } from '#main/store/entities/csv.ts'
import type { Entity, Fields } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import { planTemplate } from '#main/store/facts/plan-template.ts'
import { currentLevels } from '#main/store/facts/skill-levels.ts'
import { BYTE_ORDER_MARK, type CsvCell, type CsvStyle, formatCsv, PLAIN_CSV } from '#shared/domain/text/csv.ts'
import { resources } from '#shared/locales/resources.ts'
import type { RoleSide } from '#shared/model/achievement.ts'
import type { Day, Language } from '#shared/model/common.ts'
import { type CsvList, MODELS } from '#shared/model/entities.ts'
import type { PlanTemplate } from '#shared/model/template.ts'

const PAGE = 500

export interface CsvOptions {
  language: Language
  /**
   * For Excel: headings and values in words, delimiter and decimal sign of the language, nothing that runs as a
   * formula.
   */
  spreadsheet: boolean
  /** The user's present day: rows of a later day are planned and do not count. */
  today: Day
}

/** A Russian Excel expects semicolons and decimal commas in a file that it opens directly. */
const SPREADSHEET: Record<Language, CsvStyle> = {
  ru: { delimiter: ';', spreadsheet: true, decimal: ',' },
  en: { delimiter: ',', spreadsheet: true, decimal: '.' },
}

/** The table of a list, and the entity whose items are its rows. */
export function tableOf(list: CsvList): { entity: Entity; table: CsvTable } {
  const model = MODELS.find(({ csv }) => csv === list)
  const entity = model && entities[model.type]
  if (entity?.csv === undefined) throw new RangeError(list)
  return { entity, table: entity.csv }
}

/**
 * The heading of a column: the label of the feature's own form where the table says so and the form has one, else a
 * heading that lists share.
 */
function heading({ key }: CsvColumn, { words }: CsvTable, { language, spreadsheet }: CsvOptions): string {
  if (!spreadsheet) return key
  const texts = resources[language]
  const headings: Record<string, unknown> = { ...texts.exchange.column, ...(words === null ? {} : texts[words].field) }
  return String(headings[key])
}

/** Words for fixed choices: those of the vocabulary, and the statuses that features name themselves. */
function choicesOf(language: Language): { [choice: string]: Record<string, string> } {
  const texts = resources[language]
  const statuses = Object.entries(texts).flatMap(([name, text]) => ('status' in text ? [[name, text.status]] : []))
  return { ...Object.fromEntries(statuses), ...texts.vocabulary }
}
const CHOICES = { ru: choicesOf('ru'), en: choicesOf('en') }

type Roles = PlanTemplate['head']['shortRoles']

function cellOf(column: CsvColumn, row: Fields, options: CsvOptions, roles: Roles | null): CsvCell {
  const { language, spreadsheet, today } = options
  const cell = column.cell(row, language, today)
  if (!spreadsheet || column.choice === undefined || typeof cell !== 'string') return cell
  if (column.choice === 'roleSide') return roles?.[cell as RoleSide][language] ?? cell
  const { [column.choice]: words = {} } = CHOICES[language]
  return words[cell] ?? cell
}

function* rowsOf(snapshot: Store, list: CsvList, today: Day): Generator<Fields[]> {
  const { entity, table } = tableOf(list)
  const sql = `SELECT item.id FROM item JOIN "${getTableName(entity.table)}" AS own ON own.id = item.id ORDER BY ${table.order}`
  const ids = readRows<{ id: number }>(snapshot, sql, []).map(({ id }) => id)
  const levels = entity.type === 'skill' ? currentLevels(snapshot, today) : null
  for (let start = 0; start < ids.length; start += PAGE) {
    const page = ids.slice(start, start + PAGE)
    const place = new Map(page.map((id, index) => [id, index]))
    const rows = rowsByIds(snapshot, entity, page)
    rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    yield toViews(snapshot, entity, rows).map((view) => {
      const { level = null, day: ratedOn = null } = levels?.get(view.uid) ?? {}
      return levels === null ? view : { ...view, level, ratedOn }
    })
  }
}

/** One list as the text of a table, piece by piece, from a snapshot. */
export async function* writeCsv(snapshot: Store, list: CsvList, options: CsvOptions): AsyncGenerator<string> {
  const { table } = tableOf(list)
  const hasRoles = table.columns.some(({ choice }) => choice === 'roleSide')
  const roles = hasRoles ? planTemplate(snapshot).head.shortRoles : null
  const style = options.spreadsheet ? SPREADSHEET[options.language] : PLAIN_CSV
  const mark = options.spreadsheet ? BYTE_ORDER_MARK : ''
  yield mark + formatCsv([table.columns.map((column) => heading(column, table, options))], style)
  for (const rows of rowsOf(snapshot, list, options.today)) {
    const lines = rows.map((row) => table.columns.map((column) => cellOf(column, row, options, roles)))
    yield formatCsv(lines, style)
  }
}
