import Papa from 'papaparse'
import { shieldText } from './spreadsheet-text.ts'

/** A day in a field of its own: a spreadsheet shall read it as the day it is. */
export interface CsvDay {
  day: string
}

/** A field of a table: null is empty, a number is written as a number, a day as `YYYY-MM-DD`, anything else is text. */
export type CsvCell = string | number | CsvDay | null

export interface CsvStyle {
  delimiter: ',' | ';' | '\t'
  /**
   * For a spreadsheet that opens the file by itself: a byte order mark so that it reads UTF-8, and text that it would run
   * or read as a value gets an apostrophe in front. Such a file does not read back exactly.
   */
  spreadsheet: boolean
  /** Sign between whole and part of a number. */
  decimal: '.' | ','
}

/** RFC 4180 as programs read it: commas, CRLF, nothing added. */
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
  // A row of one empty field would be an empty line, which many readers skip.
  const isNarrow = rows.some(({ length }) => length < 2)
  // White space at an edge is lost in some readers; all else that needs quotes Papa Parse knows.
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

/** The text cannot be read as a table; `line` counts from 1. */
export class CsvError extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(`${message} in line ${line}`)
    this.line = line
  }
}

const lineAt = (text: string, index: number) => text.slice(0, index).split(/\r\n|\r|\n/).length

/**
 * The fields of a table as text: RFC 4180, with LF or CR alone also taken for line ends if all lines of the file end so, and
 * quotes inside a bare field taken as they are. The inverse of `formatCsv` with `PLAIN_CSV`. Throws `CsvError` for a quoted field
 * that is not closed, or is followed by something.
 */
export function parseCsv(text: string, delimiter: CsvStyle['delimiter'] = ','): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter })
  const [error] = errors
  if (error !== undefined) {
    const message = error.code === 'MissingQuotes' ? 'A quote is not closed' : 'Something follows a closing quote'
    throw new CsvError(message, lineAt(text, error.index ?? 0))
  }
  // The end of the last line begins no other one.
  if (/[\r\n]$/.test(text)) data.pop()
  return data
}
