/**
 * `npm start`: builds Kurs where needed and opens its desktop window; where that is impossible, the browser host.
 * This file is plain JavaScript that an old Node can read too: it then continues on the Node of node_modules.
 */
import { fileURLToPath } from 'node:url'
import { ensureNode } from './lib/node.mjs'

await ensureNode(fileURLToPath(import.meta.url))
const { startKurs } = await import('./lib/start-kurs.mjs')
process.exitCode = await startKurs(process.argv.slice(2))
