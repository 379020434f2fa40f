/**
 * `npm run check`: the quick check before a commit: types, lint and format, import rules, unit tests. The steps run
 * side by side, and all of them run even when one fails. The output of a passed step is left out. Exit code 1 when any
 * step failed.
 */
import { runTool } from './lib/run.mjs'

/** @type {[name: string, command: string, ...args: string[]][]} */
const STEPS = [
  ['types', 'tsc', '-b'],
  ['lint', 'biome', 'lint', '--error-on-warnings', '.'],
  ['format (mend with `npm run format`)', 'biome', 'check', '--linter-enabled=false', '--reporter=summary', '.'],
  ['imports', 'node', 'scripts/check-imports.mjs'],
  ['unit', 'vitest', 'run', '--project', 'unit'],
]

const results = await Promise.all(
  STEPS.map(async ([name, command, ...args]) => {
    const { code, output, seconds } = await runTool(command, args)
    if (code !== 0) process.stdout.write(output)
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`)
    return code
  }),
)
process.exitCode = results.some((code) => code !== 0) ? 1 : 0
