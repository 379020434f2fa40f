/**
 * The whole app in a process of its own, for tests that make its system calls fail or take its files away. Requests come in as
 * lines of JSON and are answered so; it prints no other lines. Built and started by `start-host.ts`; argument: the folder.
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { createApp } from '#main/app/create-app.ts'
import { indexedUpTo } from '#main/store/engine/search-index.ts'
import { openWorkspace } from '#main/store/open-workspace.ts'
import type { HostAnswer, HostRequest } from './host-lines.ts'

const say = (answer: HostAnswer) => writeSync(1, `${JSON.stringify(answer)}\n`)
const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

process.on('uncaughtException', (error) => {
  say({ kind: 'died', stack: describe(error) })
  process.exit(1)
})

/** Whether the search index is being made anew; one that cannot be read or written stays as it is until the next start. */
function isIndexing(): boolean {
  try {
    return indexedUpTo(workspace.store) !== null
  } catch {
    return false
  }
}

const dir = process.argv[2] ?? ''
const opened = openWorkspace(dir, 'browser', Date.now)
if (opened.kind !== 'open') {
  say({ kind: 'closed', why: opened.kind, detail: opened.kind === 'unavailable' ? opened.code : '' })
  process.exit(0)
}
const { workspace } = opened
const app = await createApp({
  workspace,
  rendererDir: dir,
  version: '0.0.0',
  powers: {},
  host: 'browser',
  reportDefect: (error) => say({ kind: 'defect', stack: describe(error) }),
})
// Only what is asked for happens, so that the n-th call is the same one each time and no fault is met by anything else.
workspace.backups.stop()
for (let looks = 0; looks < 100 && isIndexing(); looks++) await setTimeout(5)
say({ kind: 'opened' })

const lines = createInterface({ input: process.stdin })
lines.on('line', async (line) => {
  const { id, path, headers, body } = JSON.parse(line) as HostRequest
  const given = body === null ? { method: 'GET' } : { method: 'POST', body: Buffer.from(body, 'base64') }
  const answer = await app.fetch(new Request(`http://kurs${path}`, { headers, ...given }))
  try {
    const content = Buffer.from(await answer.arrayBuffer()).toString('base64')
    say({ kind: 'answer', id, status: answer.status, headers: [...answer.headers], body: content })
  } catch {
    // A download that broke off: the reader sees no end of it.
    say({ kind: 'answer', id, status: 0, headers: [], body: '' })
  }
})
lines.on('close', async () => {
  await app.close()
  workspace.close()
  process.exit(0)
})
