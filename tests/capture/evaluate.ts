/**
 * `npm run evaluate-capture`: how well quick add understands lines it has not learned. Prints the rates by field, kind and
 * language of a fivefold cross-validation of the training lines and of the full lines it is judged by; with files of full lines
 * as arguments, of those. `--faults` names every line it got wrong, but of the lines that nobody should learn from by looking
 * at them only where their file is named.
 */
import { readFileSync } from 'node:fs'
import type { KindModel } from '#shared/domain/capture/kind-model.ts'
import { crossValidate, judgeFullLines, plainReader, tellFields, tellKinds } from './evaluation.ts'
import { captureSources, judgedLines, MODEL_FILE, readFullLines, TYPED_ON, trainingLines } from './sources.ts'

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const withFaults = process.argv.includes('--faults')
const sources = captureSources()
const read = plainReader(JSON.parse(readFileSync(MODEL_FILE, 'utf8')) as KindModel, sources.words)

function tell(title: string, rates: string[], faults: string[]): void {
  process.stdout.write(`${title}\n\n${rates.join('\n')}\n${withFaults ? `${faults.join('\n')}\n` : ''}\n`)
}

if (files.length === 0) {
  const rates = crossValidate(trainingLines(), sources)
  tell('Training lines, each judged by what was learned from others', tellKinds(rates), rates.faults)
}
const { heldOut, fresh, unusual } = judgedLines()
const judged =
  files.length === 0
    ? [
        { title: 'Held-out lines', lines: heldOut, isOpen: true },
        { title: 'Fresh lines', lines: fresh, isOpen: false },
        { title: 'Unusual lines', lines: unusual, isOpen: false },
      ]
    : files.map((file) => ({ title: file, lines: readFullLines(file), isOpen: true }))
for (const { title, lines, isOpen } of judged) {
  const rates = judgeFullLines(lines, TYPED_ON, read)
  tell(title, tellFields(rates), isOpen ? [...rates.kinds.faults, ...rates.faults] : [])
}
