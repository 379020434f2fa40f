import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { bootDesktop, type FakeDesktop, launchDesktop, makeHome } from '../electron-fake/boot.ts'

/** What the desktop entry does before, and besides, its window. */
let place: { home: string; remove(): void }
let desktop: FakeDesktop | null = null

test.beforeEach(() => {
  place = makeHome()
})

test.afterEach(async () => {
  await desktop?.stop()
  desktop = null
  place.remove()
})

const boot = async (args: string[] = []) => {
  desktop = await bootDesktop({ home: place.home, dataDir: join(place.home, 'work'), args })
  return desktop
}

test('respects --no-sandbox, which a person has to give where the system forbids the sandbox', async () => {
  const { isSandboxEnabled, windows } = await (await boot(['--no-sandbox'])).ask('report', {})
  expect(isSandboxEnabled).toBe(false)
  // What does not need the system stays closed.
  expect(windows[0]?.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true })
})

test('goes on when nobody reads what it prints', async () => {
  const { child, desktop: quiet } = launchDesktop({ home: place.home, dataDir: join(place.home, 'work') })
  desktop = quiet
  child.stdout?.destroy()
  child.stderr?.destroy()
  await expect.poll(() => quiet.origin).not.toBe('')
  await expect.poll(async () => (await quiet.ask('report', {})).windows[0]?.isVisible).toBe(true)
  for (let line = 0; line < 3; line++) await quiet.ask('chatter', {})
  expect((await quiet.ask('report', {})).errorBoxes).toEqual([])
  expect(await quiet.stop()).toBe(0)
})
