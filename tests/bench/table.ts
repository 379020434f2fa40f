import { type Figure, judge, ratioOf } from './goals.ts'
import type { Sample } from './measure.ts'
import { formatSize } from './options.ts'

const HEAD = ['size', 'operation', 'raw', 'store', 'x raw', 'contract', '+ raw', 'p99', 'goals']

const number = (value: number | undefined) => {
  if (value === undefined) return '-'
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
const median = (sample: Sample | undefined) => number(sample?.p50)

function toCells(figure: Figure): string[] {
  const { raw, store, contract } = figure.samples
  const ratio = ratioOf(figure)
  const extra = raw !== undefined && contract !== undefined ? contract.p50 - raw.p50 : undefined
  const goals = judge(figure).map(({ text, met }) => `${met ? 'ok' : 'MISS'} ${text}`)
  return [
    formatSize(figure.size),
    figure.unit === 'ms' ? figure.operation : `${figure.operation}, ${figure.unit}`,
    median(raw),
    median(store),
    ratio === null ? '-' : ratio.toFixed(2),
    median(contract),
    number(extra),
    number((contract ?? store)?.p99),
    goals.join('; '),
  ]
}

/** The figures as a table for the terminal; milliseconds unless another unit is named. */
export function formatTable(figures: Figure[]): string {
  const rows = [HEAD, ...figures.map(toCells)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const isText = (column: number) => column === 1 || column === HEAD.length - 1
  const lines = rows.map((row) =>
    row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
  )
  return lines.map((cells) => cells.join('  ').trimEnd()).join('\n')
}

/** Goals met of those that apply, in one line. */
export function summarise(figures: Figure[]): string {
  const verdicts = figures.flatMap(judge)
  return `${verdicts.filter(({ met }) => met).length} of ${verdicts.length} goals met`
}
