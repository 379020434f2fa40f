import type { Day, Language } from '#shared/model/common.ts'
import type { DatedValue } from '#shared/model/metric.ts'
import { readDayText } from '../reading/read-day.ts'
import { readNumber } from '../reading/read-number.ts'
import { CsvError, parseCsv } from '../text/csv.ts'

/** Why a line that was pasted holds no value: `future`, its day has not come. */
export type LineProblem = 'day' | 'value' | 'future' | 'table'

/** A line that was pasted, as it was understood. `isKnown`: the metric has this value on this day already. */
export type PastedLine =
  | { line: number; kind: 'value'; day: Day; value: number; note: string; isKnown: boolean }
  | { line: number; kind: 'head'; text: string }
  | { line: number; kind: 'problem'; problem: LineProblem; text: string }

export interface PasteRules {
  language: Language
  today: Day
  /** Monday or Sunday, by the setting: what `last week` means. */
  weekStartsOn: 0 | 1
  /** What may stand after a number. */
  units: readonly string[]
  /** Values the metric has. */
  known: readonly DatedValue[]
}

/**
 * Values copied from a spreadsheet or a file: a day, a value and, if there is one, a note in each line, separated by tabs,
 * semicolons or, where a day is followed by one, commas or spaces. Days and numbers are read as fields read them. A first
 * line of which neither can be read is a heading. Empty lines are passed over; every other line is told of.
 */
export function readPastedValues(text: string, rules: PasteRules): PastedLine[] {
  const known = new Set(rules.known.map(keyOf))
  const lines = splitLines(text)
  return lines.map((cells, index) => {
    const read = readLine(cells, index, rules)
    if (read.kind !== 'value') return read
    const isKnown = known.has(keyOf(read))
    known.add(keyOf(read))
    return { ...read, isKnown }
  })
}

/** What a metric can hold; see `Quantity`. */
const LARGEST = 1e15

const keyOf = ({ day, value }: DatedValue) => `${day} ${value}`

interface Line {
  line: number
  cells: readonly string[]
}

function splitLines(text: string): Line[] {
  const delimiter = text.includes('\t') ? '\t' : text.includes(';') ? ';' : null
  if (delimiter === null)
    return text
      .split(/\r\n|\r|\n/)
      .flatMap((row, index) => (row.trim() === '' ? [] : [{ line: index + 1, cells: byDay(row) }]))
  try {
    return parseCsv(text, delimiter).flatMap((cells, index) =>
      cells.every((cell) => cell.trim() === '') ? [] : [{ line: index + 1, cells: cells.map((cell) => cell.trim()) }],
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return [{ line: error.line, cells: [] }]
  }
}

/** `2026-03-05, 12.5, note` and `05.03.2026 12,5`: the first word is the day, the second the value. */
function byDay(row: string): string[] {
  const [, day = row, value = '', note = ''] =
    /^\s*([^\s,]+)(?:,\s*|\s+)(\S+?)(?:(?:,\s+|,(?=\D)|\s+)(.*))?$/.exec(row.trim()) ?? []
  return [day, value, note.trim()].filter((cell, index) => index < 2 || cell !== '')
}

function readLine({ line, cells }: Line, index: number, rules: PasteRules): PastedLine {
  if (cells.length === 0) return { line, kind: 'problem', problem: 'table', text: '' }
  const [dayText = '', valueText = '', ...rest] = cells
  const text = cells.join(' · ')
  const day = readDayText(dayText, { today: rules.today, weekStartsOn: rules.weekStartsOn })
  const value = readNumber(valueText, { language: rules.language, units: rules.units })
  if (index === 0 && day === null && value === null) return { line, kind: 'head', text }
  if (day === null || day === 'impossible') return { line, kind: 'problem', problem: 'day', text }
  if (value === null || Math.abs(value.value) > LARGEST) return { line, kind: 'problem', problem: 'value', text }
  if (day > rules.today) return { line, kind: 'problem', problem: 'future', text }
  const note = rest.filter((cell) => cell !== '').join(' · ')
  return { line, kind: 'value', day, value: value.value, note, isKnown: false }
}
