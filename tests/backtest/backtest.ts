/**
 * The back-test of the forecast: invented lives whose true days are known, each forecast on one day of it. Prints a table; with
 * `--write` it goes into docs/forecast.md as well. The same runs and seed give the same table.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Row, runBacktest, runGates, summarise, tableOf } from './measure.ts'

const HEAD = [
  '| Histories | Runs | Given a date | Range held the true day | It came earlier | Said never | Width | Error | Since start | Last month |',
  '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
]
const MARKS = ['<!-- backtest -->', '<!-- /backtest -->'] as const

function lineOf({ name, runs, dated, coverage, tooEarly, never, width, error, sinceStart, lastMonth }: Row): string {
  const shares = [coverage, tooEarly, never].map((share) => `${(share * 100).toFixed(0)} %`)
  const months = [width, error, sinceStart, lastMonth].map((value) => value.toFixed(1))
  return `| ${[name, runs, dated, ...shares, ...months].join(' | ')} |`
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean' } } })
const [runs = 1000, seed = 4] = positionals.map(Number)
const rows = [
  ...tableOf(runBacktest(runs, seed)),
  summarise('gates of 3-8 requirements', runGates(Math.round(runs / 2), seed)),
]
const table = [...HEAD, ...rows.map(lineOf)].join('\n')
process.stdout.write(`${table}\n`)
if (values.write === true) {
  const path = resolve(import.meta.dirname, '../../docs/forecast.md')
  const [before = '', rest = ''] = readFileSync(path, 'utf8').split(MARKS[0])
  const after = rest.split(MARKS[1])[1] ?? ''
  writeFileSync(path, `${before}${MARKS[0]}\n${table}\n${MARKS[1]}${after}`)
}
