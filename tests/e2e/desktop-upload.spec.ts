import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { expect, type Page, test } from '@playwright/test'
import { bootDesktop, type FakeDesktop, makeHome } from '../electron-fake/boot.ts'
import { openDesktopPage } from '../electron-fake/page.ts'
import { dayFromToday } from './support/seed.ts'

const PRELOAD = resolve(import.meta.dirname, '../../out/preload/index.cjs')
const MEGABYTE = 1024 * 1024

/** Files of any size go through the desktop window, whose Electron would read a Blob whole and die of an empty one. */
let place: { home: string; remove(): void }
let desktop: FakeDesktop
let line: string

test.beforeEach(async ({ page }) => {
  place = makeHome()
  desktop = await bootDesktop({ home: place.home, dataDir: join(place.home, 'work') })
  await desktop.call('workspace/saveSettings', { language: 'en' })
  await desktop.call('plan/start', { startDay: dayFromToday(0), horizonYears: 7, vision: '' })
  const saved = await desktop.call('journal/create', { fields: { title: 'With files', day: dayFromToday(0) } })
  line = (saved as { uid: string }).uid
  await openDesktopPage(page, desktop, PRELOAD)
  await page.goto(`${desktop.origin}/journal?item=${line}`)
})

test.afterEach(async () => {
  await desktop.stop()
  place.remove()
})

/** Makes a file of random bytes without holding it in memory. */
async function makeFile(name: string, size: number): Promise<string> {
  const file = join(place.home, name)
  const pieces = function* () {
    for (let left = size; left > 0; left -= MEGABYTE) yield randomBytes(Math.min(MEGABYTE, left))
  }
  await pipeline(Readable.from(pieces()), createWriteStream(file))
  return file
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function attach(page: Page, file: string, name: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('link', { name })).toBeVisible({ timeout: 150_000 })
}

const peak = async () => (await desktop.ask('memory', {})).peak

for (const [name, size] of [
  ['empty.bin', 0],
  ['one-megabyte.bin', MEGABYTE],
  ['hundred-megabytes.bin', 100 * MEGABYTE],
] as const) {
  test(`a file is attached as it is, in little memory: ${name}`, async ({ page }, info) => {
    // The driver of the test records what the page sends, which takes far longer than to send it.
    test.setTimeout(240_000)
    const file = await makeFile(name, size)
    const before = await peak()
    await attach(page, file, name)
    const grown = (await peak()) - before
    const description = `${Math.round(grown / MEGABYTE)} MB more at the most`
    info.annotations.push({ type: 'memory', description })
    const hash = await hashOf(file)
    const stored = join(place.home, 'work/attachments', hash.slice(0, 2), hash)
    expect(statSync(stored).size).toBe(size)
    expect(await hashOf(stored)).toBe(hash)
    expect(readdirSync(join(place.home, 'work/staging'))).toEqual([])
    // Held whole it would be twice the size; a process that has just started still grows by itself.
    expect(grown).toBeLessThan(Math.max(size, 64 * MEGABYTE))
    expect(await desktop.call('attachments/list', { ownerUid: line })).toMatchObject([{ name, size, hash }])
  })
}
