/** A field of a table: null is empty; a number is written as a number. */
export type CsvCell = string | number | null

export interface CsvStyle {
  delimiter: ',' | ';' | '\t'
  /**
   * For a spreadsheet that opens the file by itself: a byte order mark so that it reads UTF-8, and text that it would take
   * for a formula gets an apostrophe in front. Such a file does not read back exactly.
   */
  spreadsheet: boolean
  /** Sign between whole and part of a number. */
  decimal: '.' | ','
}

/** RFC 4180 as programs read it: commas, CRLF, nothing added. */
export const PLAIN_CSV: CsvStyle = { delimiter: ',', spreadsheet: false, decimal: '.' }

export const BYTE_ORDER_MARK = '\ufeff'

/** What makes a spreadsheet run a cell as a formula, or split it into another cell before it looks again. */
const FORMULA = /^[=+\-@\t\r]/

const NEEDS_QUOTES = /["\r\n\ufeff]|^\s|\s$/

function formatCell(cell: CsvCell, style: CsvStyle): string {
  if (cell === null) return ''
  if (typeof cell === 'number') {
    const text = String(cell).replace('.', style.decimal)
    return text.includes(style.delimiter) ? `"${text}"` : text
  }
  const text = style.spreadsheet && FORMULA.test(cell) ? `'${cell}` : cell
  const quoted = NEEDS_QUOTES.test(text) || text.includes(style.delimiter)
  return quoted ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of a table with its line end. */
export function formatCsvRow(cells: readonly CsvCell[], style: CsvStyle = PLAIN_CSV): string {
  // A line without any sign would be no line.
  const line = cells.map((cell) => formatCell(cell, style)).join(style.delimiter)
  return `${line === '' ? '""' : line}\r\n`
}

/** The text of a table is not one: `line` counts from 1. */
export class CsvError extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(`${message} in line ${line}`)
    this.line = line
  }
}

/**
 * The fields of a table as text: RFC 4180, with LF or CR alone also taken for a line end. Exactly the inverse of `formatCsvRow`
 * with `PLAIN_CSV`. Throws `CsvError` for a quote that is not closed or stands inside a bare field.
 */
export function parseCsv(text: string, delimiter: CsvStyle['delimiter'] = ','): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  let line = 1
  while (at < text.length) {
    const field = text[at] === '"' ? readQuoted(text, at, line) : readBare(text, at, delimiter, line)
    row.push(field.value)
    line += field.lines
    at = field.end
    if (text[at] === delimiter) {
      at += 1
      if (at < text.length) continue
      row.push('')
    } else if (at < text.length && text[at] !== '\r' && text[at] !== '\n')
      throw new CsvError('Something follows a closing quote', line)
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    line += 1
    rows.push(row)
    row = []
  }
  return rows
}

interface Field {
  value: string
  end: number
  /** Line ends inside it. */
  lines: number
}

function readQuoted(text: string, start: number, line: number): Field {
  let from = start + 1
  let value = ''
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) throw new CsvError('A quote is not closed', line)
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') return { value, end: quote + 1, lines: value.split(/\r\n|\r|\n/).length - 1 }
    value += '"'
    from = quote + 2
  }
}

function readBare(text: string, start: number, delimiter: string, line: number): Field {
  let end = start
  for (; end < text.length; end++) {
    const sign = text[end]
    if (sign === delimiter || sign === '\r' || sign === '\n') break
    if (sign === '"') throw new CsvError('A quote inside a bare field', line)
  }
  return { value: text.slice(start, end), end, lines: 0 }
}
