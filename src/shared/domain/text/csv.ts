import Papa from 'papaparse'
import { shieldText } from './spreadsheet-text.ts'

/** A day in a field of its own, which a spreadsheet should read as a date. */
export interface CsvDay {
  day: string
}

/** A field of a table: null is empty, a number is written as a number, a day as `YYYY-MM-DD`, anything else is text. */
export type CsvCell = string | number | CsvDay | null

export interface CsvStyle {
  delimiter: ',' | ';' | '\t'
  /**
   * For a spreadsheet that opens the file directly: a byte order mark so that it reads UTF-8, and an apostrophe before
   * text that it would run as a formula or read as a value. Such a file does not read back exactly.
   */
  spreadsheet: boolean
  /** Decimal sign of numbers. */
  decimal: '.' | ','
}

/** RFC 4180 for programs: commas, CRLF, nothing added. */
export const PLAIN_CSV: CsvStyle = { delimiter: ',', spreadsheet: false, decimal: '.' }

export const BYTE_ORDER_MARK = '\ufeff'

function textOf(cell: CsvCell, style: CsvStyle): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.day
  if (typeof cell === 'number') return String(cell).replace('.', style.decimal)
  return style.spreadsheet ? shieldText(cell) : cell
}

/** Lines of a table, each with its line end. */
export function formatCsv(rows: readonly (readonly CsvCell[])[], style: CsvStyle = PLAIN_CSV): string {
  if (rows.length === 0) return ''
  // A row of one empty field would be an empty line, which many readers skip, so it is quoted.
  const isNarrow = rows.some(({ length }) => length < 2)
  // White space at an edge is lost in some readers, so it is quoted too; Papa Parse handles all other cases.
  const isLoose = (value: string) => value.trim().length !== value.length
  const text = Papa.unparse(
    rows.map((row) => row.map((cell) => textOf(cell, style))),
    {
      delimiter: style.delimiter,
      newline: '\r\n',
      quotes: (value: unknown) => (value === '' ? isNarrow : isLoose(String(value))),
    },
  )
  return `${text}\r\n`
}

/** The text is not a valid table; `line` counts from 1. */
export class CsvError extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(`${message} in line ${line}`)
    this.line = line
  }
}

const lineAt = (text: string, index: number) => text.slice(0, index).split(/\r\n|\r|\n/).length

/**
 * The fields of a table as text: RFC 4180, and also LF or CR alone as line ends if all lines of the file end in the
 * same way; quotes inside an unquoted field are taken literally. The inverse of `formatCsv` with `PLAIN_CSV`. Throws
 * `CsvError` for a quoted field that is not closed, or is followed by text.
 */
export function parseCsv(text: string, delimiter: CsvStyle['delimiter'] = ','): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter })
  const [error] = errors
  if (error !== undefined) {
    const message = error.code === 'MissingQuotes' ? 'A quote is not closed' : 'Something follows a closing quote'
    throw new CsvError(message, lineAt(text, error.index ?? 0))
  }
  // The line end of the last line does not begin another line.
  if (/[\r\n]$/.test(text)) data.pop()
  return data
}
