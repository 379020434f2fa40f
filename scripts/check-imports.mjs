/** `npm run check:imports`: who may import whom, without cycles. Exit code 1 on any violation or unread module. */
import { checkImports, listModules } from './lib/imports.mjs'
import { ROOT } from './lib/run.mjs'

const { read, missing, violations } = await checkImports(ROOT, listModules(ROOT)).catch((error) => {
  // A module that cannot be parsed: the message names it, the stack only names this tool.
  console.error(error.message)
  process.exit(1)
})

for (const { rule, from, to } of violations) console.error(`${rule}: ${from} -> ${to}`)
for (const path of missing) console.error(`not read: ${path}`)
console.log(`imports: ${read} modules read, ${missing.length} not read, ${violations.length} violations`)
process.exitCode = missing.length + violations.length > 0 ? 1 : 0
