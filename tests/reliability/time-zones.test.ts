import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildChild, startChild } from './lib/start-child.ts'

/** No offset, 45 minutes, a day that never was (30 December 2011), half an hour with summer time. */
const ZONES = ['UTC', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns']

/** Leap days, ends of years and of ISO week 53, changes of summer time, the day Apia skipped. */
const DAYS = [
  '1900-01-01',
  '2011-12-29',
  '2011-12-30',
  '2011-12-31',
  '2024-02-29',
  '2026-03-08',
  '2026-03-29',
  '2026-10-25',
  '2026-11-01',
  '2026-12-28',
  '2027-01-03',
  '2028-02-29',
  '2028-12-31',
  '2199-12-31',
]

let built: Awaited<ReturnType<typeof buildChild>>
const root = mkdtempSync(join(tmpdir(), 'kurs-zones-'))

beforeAll(async () => {
  built = await buildChild()
}, 60_000)

afterAll(() => {
  built.remove()
  rmSync(root, { recursive: true })
})

it.each(ZONES)('in %s a day stays the day it is, through the store and an archive', async (zone) => {
  const child = startChild(built.file, ['days', join(root, zone), '1', ...DAYS], { TZ: zone })
  await child.gone
  expect(child.errors()).toBe('')
  const twice = [...DAYS, ...DAYS].map((day) => `${day} ${day}`).sort()
  expect([...(child.said.get('day') ?? [])].sort()).toEqual(twice)
})
