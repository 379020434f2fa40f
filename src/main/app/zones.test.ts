import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '#main/store/open-workspace.ts'
import type { contract } from '#shared/contract/contract.ts'
import { csvExportAddress } from '#shared/contract/exchange-paths.ts'
import { TIME_ZONE_HEADER } from '#shared/contract/transport.ts'
import { openSample } from '../../../tests/fixtures/sample-workspace.ts'
import { createApp } from './create-app.ts'
import type { KursApp } from './kurs-app.ts'

const SYSTEM = process.env.TZ
/** 00:15 of the 28th in Kathmandu, 15:00 of the 27th in St John's. */
const EVENING = Date.parse('2026-11-27T18:30:00Z')

let dir: string
let workspace: Workspace
let app: KursApp
let now: number
/** The zone the page is in; null = it names none. */
let zone: string | null
let client: ContractRouterClient<typeof contract>

beforeEach(async () => {
  process.env.TZ = 'UTC'
  dir = mkdtempSync(join(tmpdir(), 'kurs-zones-'))
  now = EVENING
  zone = null
  workspace = openSample(join(dir, 'workspace'), () => ++now)
  app = await createApp({ workspace, rendererDir: dir, version: '0', powers: {}, host: 'browser' })
  const headers = () => (zone === null ? {} : { [TIME_ZONE_HEADER]: zone })
  client = createORPCClient(new RPCLink({ url: 'http://kurs/rpc', headers, fetch: (request) => app.fetch(request) }))
})

afterEach(async () => {
  await app.close()
  workspace.close()
  rmSync(dir, { recursive: true })
  if (SYSTEM === undefined) delete process.env.TZ
  else process.env.TZ = SYSTEM
})

const addSkill = async () => (await client.skills.create({ uid: uuidv7(), fields: { title: 'Cloud' } })).uid

const rate = (skillUid: string, day: string) =>
  client.skills.assess({ uid: uuidv7(), skillUid, level: 3, day, note: '', evidence: [] })

const FUTURE = { code: 'VALIDATION', data: { issues: [{ path: ['day'], message: 'day.future' }] } }

describe('the day of a page', () => {
  it('is made in its zone from the clock of the app: no rating of its own today is in the future', async () => {
    const skill = await addSkill()
    await expect(rate(skill, '2026-11-28')).rejects.toMatchObject(FUTURE)
    zone = 'Asia/Kathmandu'
    await rate(skill, '2026-11-28')
    await expect(rate(skill, '2026-11-29')).rejects.toMatchObject(FUTURE)
    zone = 'America/St_Johns'
    await expect(rate(skill, '2026-11-28')).rejects.toMatchObject(FUTURE)
    await rate(skill, '2026-11-27')
    // Past midnight, by a clock that moves on while the page is open.
    now = Date.parse('2026-11-28T03:30:00Z')
    await rate(skill, '2026-11-28')
  })

  it('moves with its zone from one request to the next', async () => {
    await client.journal.create({ uid: uuidv7(), fields: { title: 'x', day: '2026-11-28', minutes: 60 } })
    const week = async () => {
      const { minutes, plannedMinutes } = (await client.overview.get({})).week
      return [minutes, plannedMinutes]
    }
    expect(await week()).toEqual([0, 60])
    zone = 'Asia/Kathmandu'
    expect(await week()).toEqual([60, 0])
    zone = 'America/St_Johns'
    expect(await week()).toEqual([0, 60])
  })

  it('signs a review and names a table', async () => {
    zone = 'Pacific/Kiritimati'
    const period = { periodStart: '2026-01-01', periodEnd: '2026-12-31' }
    const { uid } = await client.reviews.createDraft({ uid: uuidv7(), ...period })
    await client.reviews.sign({ uid })
    expect((await client.reviews.get({ uid })).snapshot?.signedDay).toBe('2026-11-28')
    const table = async (where?: string) => {
      const address = csvExportAddress('journal', { language: 'en', spreadsheet: false, zone: where })
      const response = await app.fetch(new Request(`http://kurs${address}`))
      await response.arrayBuffer()
      return response.headers.get('content-disposition')
    }
    expect(await table('Pacific/Kiritimati')).toContain('kurs-journal-2026-11-28.csv')
    expect(await table()).toContain('kurs-journal-2026-11-27.csv')
  })

  it.each(['', 'Mars/Olympus', '../../etc/localtime', 'x'.repeat(5000)])(
    'in the zone “%.20s” does not exist',
    async (name) => {
      const skill = await addSkill()
      zone = name
      const refused = await rate(skill, '2026-11-27').catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(ORPCError)
      expect(refused).toMatchObject({ code: 'REFUSED', defined: true, data: { reason: 'time-zone-unknown' } })
      const download = await app.fetch(new Request(`http://kurs/export/archive?zone=${encodeURIComponent(name)}`))
      expect(download.status).toBe(409)
      zone = null
      expect((await client.skills.get({ uid: skill })).assessments).toEqual([])
    },
  )
})

describe('without a page', () => {
  it('the day is the one of the system, as it is at that moment', async () => {
    const skill = await addSkill()
    await expect(rate(skill, '2026-11-28')).rejects.toMatchObject(FUTURE)
    process.env.TZ = 'Asia/Kathmandu'
    await rate(skill, '2026-11-28')
    process.env.TZ = 'America/St_Johns'
    await expect(rate(skill, '2026-11-28')).rejects.toMatchObject(FUTURE)
  })

  it('a backup is due once the system is at another day', async () => {
    await addSkill()
    const first = await workspace.backups.makeIfDue()
    expect(first?.day).toBe('2026-11-27')
    await addSkill()
    expect(await workspace.backups.makeIfDue()).toBeNull()
    process.env.TZ = 'Asia/Kathmandu'
    expect((await workspace.backups.makeIfDue())?.day).toBe('2026-11-28')
  })
})
