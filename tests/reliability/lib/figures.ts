import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Where `npm run test:reliability` collects the rows it prints at its end. */
const FILE = resolve(import.meta.dirname, '../../../.cache/reports/reliability.md')

/** Adds a row to the table of docs/reliability.md: what was done, how often, and what came of it. */
export function noteFigures(what: string, times: number, outcome: string): void {
  mkdirSync(dirname(FILE), { recursive: true })
  appendFileSync(FILE, `| ${what} | ${times.toLocaleString('en')} | ${outcome} |\n`)
}
