import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isContractProcedure } from '@orpc/contract'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Workspace } from '#main/store/open-workspace.ts'
import { contract } from '#shared/contract/contract.ts'
import { localDay } from '#shared/domain/calendar/calendar.ts'
import { Day, Instant, LAST_INSTANT, Uid } from '#shared/model/common.ts'
import { openSample } from '../../../tests/fixtures/sample-workspace.ts'
import { createApp } from './create-app.ts'

let dir: string
let workspace: Workspace | null = null

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-clock-'))
})

afterEach(() => {
  workspace?.close()
  rmSync(dir, { recursive: true })
})

/** Every procedure that needs no input. */
function* questions(): Generator<string> {
  for (const [feature, procedures] of Object.entries(contract))
    for (const [name, procedure] of Object.entries(procedures)) {
      if (!isContractProcedure(procedure) || ['undo', 'redo', 'make'].includes(name)) continue
      if (procedure['~orpc'].inputSchema?.safeParse({}).success) yield `${feature}/${name}`
    }
}

it.each([
  ['before 1970', -1e12],
  ['at its first moment', 0],
  ['at the last day there is', LAST_INSTANT],
  ['in 2200', Date.UTC(2200, 0, 1)],
  ['in the year 275760', 8.64e15],
  ['beyond all years', 1e300],
])('a clock %s stops nothing', async (_name, instant) => {
  const defects: unknown[] = []
  const clock = () => instant
  workspace = openSample(join(dir, 'work'), clock)
  const reportDefect = (error: unknown) => defects.push(error)
  const options = {
    workspace,
    rendererDir: dir,
    version: '0',
    powers: {},
    host: 'browser' as const,
    reportDefect,
  }
  const app = await createApp(options)
  const rpc = async (path: string, input: object) => {
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify({ json: input }) }
    const response = await app.fetch(new Request(`http://kurs/rpc/${path}`, init))
    return { path, status: response.status, json: ((await response.json()) as { json: Record<string, unknown> }).json }
  }
  const day = localDay(instant)
  expect(Day.safeParse(day).success).toBe(true)
  const created = await rpc('journal/create', {
    uid: uuidv7(),
    fields: { title: 'line', day, kind: 'study', minutes: 5 },
  })
  expect(created.status).toBe(200)
  expect(Uid.safeParse(created.json.uid).success).toBe(true)
  expect(Instant.safeParse(workspace.store.clock()).success).toBe(true)
  for (const path of questions())
    expect(await rpc(path, {})).toMatchObject({ path, status: path === 'plan/reschedule' ? 404 : 200 })
  expect((await rpc('overview/get', { today: '2026-11-27' })).status).toBe(422)
  expect((await rpc('backups/make', {})).status).toBe(200)
  expect((await rpc('workspace/undo', {})).status).toBe(200)
  expect((await app.fetch(new Request('http://kurs/export/archive'))).status).toBe(200)
  await app.close()
  expect(defects).toEqual([])
})
