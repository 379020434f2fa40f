/**
 * `npm test`: every suite, each counted by its runner's own report, and one line with the total at the end. Suites go on
 * after a failure, and what failed is named once more in the last lines. Exit code 1 when anything failed or a suite could not run.
 *
 *   --only NAME,NAME   these suites only, optional ones too
 *   --full             the long counts of the reliability suite
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureNode } from './lib/node.mjs'

await ensureNode(fileURLToPath(import.meta.url))
const { SUITES } = await import('./lib/suites.mjs')
const { formatCounts } = await import('./lib/reports.mjs')

const { values } = parseArgs({ options: { only: { type: 'string' }, full: { type: 'boolean', default: false } } })
const names = values.only?.split(',') ?? SUITES.filter((suite) => !suite.optional).map((suite) => suite.name)
const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name))
if (unknown.length > 0) {
  console.error(`Unknown suite: ${unknown.join(', ')}. There are ${SUITES.map((suite) => suite.name).join(', ')}.`)
  process.exit(2)
}

const total = { passed: 0, failed: 0, skipped: 0 }
const lines = []
/** @type {string[]} */
const failures = []
for (const { name, run } of SUITES.filter((suite) => names.includes(suite.name))) {
  const started = performance.now()
  const counts = await run({ full: values.full })
  // A check fails as a whole, and so does a runner that could not say what failed.
  if (counts.failed > 0)
    failures.push(...(counts.failures?.length ? counts.failures : ['']).map((one) => `${name}: ${one}`))
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key]
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  lines.push(`${name.padEnd(12)} ${formatCounts(counts)} (${seconds} s)`)
  console.log(lines.at(-1))
}
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((one) => `  ${one}`).join('\n')}`)
console.log(`\n${lines.join('\n')}\n\n${formatCounts(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0
