import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { bootDesktop, type FakeDesktop, makeHome } from '../electron-fake/boot.ts'
import { openDesktopPage } from '../electron-fake/page.ts'
import { dayFromToday } from './support/seed.ts'

const PRELOAD = resolve(import.meta.dirname, '../../out/preload/index.cjs')

/** What is written to the disk while one types, and at the end of the desktop host, whoever brings it about. */
let place: { home: string; remove(): void }
let desktop: FakeDesktop

test.beforeEach(async () => {
  place = makeHome()
  desktop = await bootDesktop({ home: place.home, dataDir: join(place.home, 'work') })
})

test.afterEach(async () => {
  await desktop.stop()
  place.remove()
})

const flushes = async () => (await desktop.ask('report', {})).flushes
/** A log lies beside the database as long as somebody has it open. */
const isClosed = () => !existsSync(join(place.home, 'work/kurs.sqlite-wal'))

test('a draft survives the end of the whole process, and that of the profile of Chromium', async ({
  page,
  browser,
}) => {
  await desktop.call('workspace/saveSettings', { language: 'en' })
  await desktop.call('plan/start', { startDay: dayFromToday(0), horizonYears: 7, vision: '' })
  await openDesktopPage(page, desktop, PRELOAD)
  await page.goto(`${desktop.origin}/learning?item=new`)
  await page.getByRole('textbox', { name: 'Title' }).fill('A course that is not saved')
  await page.waitForTimeout(2_000)
  await desktop.kill()

  desktop = await bootDesktop({ home: place.home, dataDir: join(place.home, 'work') })
  const fresh = await browser.newPage()
  await openDesktopPage(fresh, desktop, PRELOAD)
  await fresh.goto(`${desktop.origin}/learning?item=new`)
  await expect(fresh.getByRole('textbox', { name: 'Title' })).toHaveValue('A course that is not saved')
  await fresh.close()
})

test('a window that closes writes what its page has kept', async () => {
  expect(await flushes()).toBe(0)
  await desktop.ask('closeWindow', {})
  expect(await desktop.ended).toBe(0)
  expect(desktop.complaints).toEqual([])
  expect(isClosed()).toBe(true)
})

test('a session of Windows that ends is announced and then closes everything in order', async () => {
  await desktop.ask('moveWindow', { x: 40, y: 60, width: 1100, height: 700, maximized: false })
  await desktop.ask('endSession', { event: 'query-session-end' })
  await expect.poll(flushes).toBe(1)
  expect(isClosed()).toBe(false)
  await desktop.ask('endSession', { event: 'session-end' })
  expect(await desktop.ended).toBe(0)
  expect(isClosed()).toBe(true)
  expect(existsSync(join(place.home, 'work/owner.json'))).toBe(false)
  desktop = await bootDesktop({ home: place.home, dataDir: join(place.home, 'work') })
  expect((await desktop.ask('report', {})).windows[0]?.options).toMatchObject({ x: 40, y: 60, width: 1100 })
})
