import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const MAIN = resolve(import.meta.dirname, '../../src/main')

/** Where statements are made by hand, each with the reason. */
const BY_HAND: Record<string, string> = {
  'store/engine/statements.ts': 'the reader itself',
  'store/engine/database.ts': 'opens a connection, which is no store yet',
}

const OPEN_STORE = ['app', 'hosts', 'features', 'store/engine', 'store/facts']

const sources = OPEN_STORE.flatMap((folder) =>
  readdirSync(join(MAIN, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`),
).filter((file) => !(file in BY_HAND))

it.each(sources)('%s reads the open store through `store/engine/statements.ts`', (file) => {
  const text = readFileSync(join(MAIN, file), 'utf8')
  expect(text.match(/sqlite\s*\.prepare\b/g)).toBeNull()
})
