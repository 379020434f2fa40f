import { type Day, LARGEST_QUANTITY, type Language } from '#shared/model/common.ts'
import type { DatedValue } from '#shared/model/metric.ts'
import { readDayText } from '../reading/read-day.ts'
import { type NumberReading, readNumber } from '../reading/read-number.ts'
import { CsvError, parseCsv } from '../text/csv.ts'

/** Why a pasted line holds no value: `future` = its day is in the future; `unclear` = it may be one number or two. */
type LineProblem = 'day' | 'value' | 'future' | 'unclear' | 'table'

/** A pasted line as it was understood. */
export type PastedLine =
  | {
      line: number
      kind: 'value'
      day: Day
      value: number
      /** The value of the same number in the other language; if there is one, both readings must be shown. */
      other: number | null
      note: string
      /** The metric has this value on this day already, or it is pasted twice. */
      isKnown: boolean
    }
  | { line: number; kind: 'head'; text: string }
  | { line: number; kind: 'problem'; problem: LineProblem; text: string }

export interface PasteRules {
  language: Language
  today: Day
  /** Monday or Sunday, by the setting; decides what `last week` means. */
  weekStartsOn: 0 | 1
  /** Units allowed after a number. */
  units: readonly string[]
  /** Values the metric has already. */
  known: readonly DatedValue[]
}

/** Longest part in which a day or a number is looked for; a longer one is prose. */
const LONGEST_PART = 60

/**
 * Values copied from a spreadsheet or a file: a day, a value and, optionally, a note in each line. They are separated
 * by tabs or semicolons or, after a day, by commas or spaces. Each line is read by itself, so that a separator within
 * one note changes no other line. Days and numbers are read as in fields. A first line without digits is a heading.
 * Empty lines are skipped; every other line is reported.
 */
export function readPastedValues(text: string, rules: PasteRules): PastedLine[] {
  const known = new Set(rules.known.map(keyOf))
  return text.split(/\r\n|\r|\n/).flatMap((row, index): PastedLine[] => {
    if (row.trim() === '') return []
    const read = readRow(row, rules)
    const line = index + 1
    if (read.kind === 'problem' && index === 0 && !/\d/.test(row)) return [{ line, kind: 'head', text: row.trim() }]
    if (read.kind === 'problem') return [{ line, text: row.trim(), ...read }]
    const isKnown = known.has(keyOf(read))
    known.add(keyOf(read))
    return [{ line, ...read, isKnown }]
  })
}

const keyOf = ({ day, value }: DatedValue) => `${day} ${value}`

type Read =
  | { kind: 'value'; day: Day; value: number; other: number | null; note: string }
  | { kind: 'problem'; problem: LineProblem }

const problem = (what: LineProblem): Read => ({ kind: 'problem', problem: what })

function readRow(row: string, rules: PasteRules): Read {
  try {
    const delimiter = row.includes('\t') ? '\t' : findDelimiter(row, rules)
    if (delimiter !== null) return readCells(parseCsv(row, delimiter)[0] ?? [], delimiter, rules)
  } catch (error) {
    if (error instanceof CsvError) return problem('table')
    throw error
  }
  return readProse(row.trim(), rules)
}

const toDay = (text: string, { today, weekStartsOn }: PasteRules) => readDayText(text, { today, weekStartsOn })
const toNumber = (text: string, { language, units }: PasteRules) => readNumber(text, { language, units })

/** The separator directly after a day in a table without tabs; a comma followed by a space is prose. */
function findDelimiter(row: string, rules: PasteRules): ';' | ',' | null {
  const [, day = '', sign] = /^([^;,]+?)\s*(;|,(?=\S))/.exec(row.slice(0, LONGEST_PART)) ?? []
  return sign === undefined || toDay(day, rules) === null ? null : (sign as ';' | ',')
}

function readCells(cells: readonly string[], delimiter: string, rules: PasteRules): Read {
  const [day = '', value = '', ...rest] = cells.map((cell) => cell.trim())
  const note = rest.filter((cell) => cell !== '').join(' · ')
  // `2026-01-31,12,5`: with commas as separators, the decimals may be a column of their own.
  if (delimiter === ',' && /^\d/.test(note)) return problem('unclear')
  return toValue(day, toNumber(value, rules), note, rules)
}

/** Places where a day or a number at the beginning of a line may end. */
const partEnds = (text: string) =>
  [...text.slice(0, LONGEST_PART).matchAll(/[,:]?(?=\s)|[,:]?$/g)].map(
    ({ index, 0: sign }) => [index, sign.length] as const,
  )

/** The longest beginning of a text that can be read, and the text after it. */
function readLongest<Reading>(text: string, read: (part: string) => Reading | null): [Reading, rest: string] | null {
  for (const [end, sign] of partEnds(text).reverse()) {
    const reading = end === 0 ? null : read(text.slice(0, end))
    if (reading !== null) return [reading, text.slice(end + sign).trim()]
  }
  return null
}

/** `5 March 2026, 12.5 first survey`: the longest beginning that is a day, then the longest that is a number. */
function readProse(row: string, rules: PasteRules): Read {
  const day = readLongest(row, (part) => (toDay(part, rules) === null ? null : part))
  if (day === null) return problem('day')
  const value = readLongest(day[1], (part) => toNumber(part, rules))
  if (value === null) return toValue(day[0], null, '', rules)
  const [reading, note] = value
  return /^\d/.test(note) ? problem('unclear') : toValue(day[0], reading, note, rules)
}

function toValue(dayText: string, reading: NumberReading | null, note: string, rules: PasteRules): Read {
  const day = toDay(dayText, rules)
  if (day === null || day === 'impossible') return problem('day')
  if (reading === null || Math.abs(reading.value) > LARGEST_QUANTITY) return problem('value')
  if (day > rules.today) return problem('future')
  return { kind: 'value', day, value: reading.value, other: reading.other, note }
}
