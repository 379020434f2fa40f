/** `npm run learn-capture`: learns the model of quick add from its training lines (`resources/capture`). */
import { writeFileSync } from 'node:fs'
import { learnModel } from '#shared/domain/capture/kind-training.ts'
import { captureSources, formatModel, MODEL_FILE, trainingLines } from './sources.ts'

const lines = trainingLines()
const { groups, words } = captureSources()
const model = learnModel(lines, groups, words)
writeFileSync(MODEL_FILE, formatModel(model))
process.stdout.write(`${lines.length} lines, ${Object.keys(model.weights).length} features\n`)
