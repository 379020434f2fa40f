import { getTableName, sql } from 'drizzle-orm'
import { prepared, type Store } from '#main/store/database.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { Fields } from '#main/store/entity.ts'
import { toViews } from '#main/store/items.ts'
import { type Row, selectRows } from '#main/store/rows.ts'
import { item } from '#main/store/schema/item.ts'
import { currentLevels } from '#main/store/skill-levels.ts'
import type { CsvList } from '#shared/contract/exchange.ts'
import { BYTE_ORDER_MARK, type CsvCell, type CsvStyle, formatCsvRow, PLAIN_CSV } from '#shared/domain/csv.ts'
import { exchange as english } from '#shared/locales/en/exchange.ts'
import { vocabulary as englishWords } from '#shared/locales/en/vocabulary.ts'
import { exchange as russian } from '#shared/locales/ru/exchange.ts'
import { vocabulary as russianWords } from '#shared/locales/ru/vocabulary.ts'
import type { Language } from '#shared/model/common.ts'
import { CSV_TABLES, type CsvColumn, type CsvTable } from './csv-columns.ts'

const PAGE = 500

export interface CsvOptions {
  language: Language
  /** For Excel: headings and values in words, signs of the language, nothing that runs. */
  spreadsheet: boolean
}

/** Semicolons and decimal commas are what a Russian Excel expects of a file it opens by itself. */
const SPREADSHEET: Record<Language, CsvStyle> = {
  ru: { delimiter: ';', spreadsheet: true, decimal: ',' },
  en: { delimiter: ',', spreadsheet: true, decimal: '.' },
}

function heading(column: CsvColumn, { language, spreadsheet }: CsvOptions): string {
  if (!spreadsheet) return column.key
  return (language === 'ru' ? russian : english).column[column.key]
}

function cellOf(column: CsvColumn, row: Fields, { language, spreadsheet }: CsvOptions): CsvCell {
  const cell = column.cell(row, language)
  if (!spreadsheet || column.choice === undefined || typeof cell !== 'string') return cell
  const words: Record<string, string> = (language === 'ru' ? russianWords : englishWords)[column.choice]
  return words[cell] ?? cell
}

function* rowsOf(snapshot: Store, table: CsvTable): Generator<Fields[]> {
  const entity = entities[table.type]
  const ids = snapshot.sqlite
    .prepare<[], number>(
      `SELECT item.id FROM item JOIN "${getTableName(entity.table)}" AS own ON own.id = item.id ORDER BY ${table.order}`,
    )
    .pluck()
    .all()
  const levels = table.type === 'skill' ? currentLevels(snapshot) : null
  const select = prepared(snapshot, `${table.type}.csv`, () =>
    selectRows(snapshot, entity)
      .where(sql`${item.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`)
      .prepare(),
  )
  for (let start = 0; start < ids.length; start += PAGE) {
    const page = ids.slice(start, start + PAGE)
    const place = new Map(page.map((id, index) => [id, index]))
    const rows = select.all({ ids: JSON.stringify(page) }) as Row[]
    rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    yield toViews(snapshot, entity, rows).map((view) => {
      const { level = null, day: ratedOn = null } = levels?.get(view.uid) ?? {}
      return levels === null ? view : { ...view, level, ratedOn }
    })
  }
}

/** One list as the text of a table, piece by piece, from a snapshot. */
export async function* writeCsv(snapshot: Store, list: CsvList, options: CsvOptions): AsyncGenerator<string> {
  const table = CSV_TABLES[list]
  const style = options.spreadsheet ? SPREADSHEET[options.language] : PLAIN_CSV
  const mark = options.spreadsheet ? BYTE_ORDER_MARK : ''
  yield mark +
    formatCsvRow(
      table.columns.map((column) => heading(column, options)),
      style,
    )
  for (const rows of rowsOf(snapshot, table)) {
    const lines = rows.map((row) => table.columns.map((column) => cellOf(column, row, options)))
    yield lines.map((cells) => formatCsvRow(cells, style)).join('')
  }
}
