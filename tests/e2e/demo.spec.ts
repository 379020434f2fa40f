import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { findLost } from './support/layout.ts'
import { settle } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const BAR = { en: 'This is the demo', ru: 'Это демо' }
const OPEN = { en: 'Look around in the demo', ru: 'Осмотреться в демо' }
const LEAVE = { en: 'Leave the demo', ru: 'Выйти из демо' }

/** True when nobody answers there any more. */
const isGone = (origin: string) =>
  fetch(origin).then(
    () => false,
    () => true,
  )

/** Waits until the demo is there; answers its origin. */
async function arrive(page: Page, origin: string, language: 'en' | 'ru'): Promise<string> {
  await page.waitForURL((url) => url.origin !== origin, { timeout: 90_000 })
  await settle(page)
  await expect(page.getByText(BAR[language])).toBeVisible()
  return new URL(page.url()).origin
}

/** Opens the demo by the button of the first run. */
async function enter(page: Page, origin: string, language: 'en' | 'ru'): Promise<string> {
  await page.getByRole('button', { name: OPEN[language] }).click()
  return arrive(page, origin, language)
}

test.beforeEach(({ guard }) => {
  // Each starts one Kurs more, which plays three years first.
  test.setTimeout(240_000)
  // The demo has a port of its own.
  guard.allow(/^request: http:\/\/127\.0\.0\.1:\d+\//)
})

test('the demo is opened and left by a click, and ends with the app it was opened from', async ({ kurs, page }) => {
  await kurs.openIn(page)
  const demo = await enter(page, kurs.origin, 'en')
  expect(demo).not.toBe(kurs.origin)
  expect(page.url()).not.toContain('from')
  await expect(page.getByRole('navigation').first().getByRole('link', { name: 'Journal' })).toContainText('Journal')
  await page.getByRole('navigation').first().locator('a[href="/journal"]').click()
  await settle(page)
  await expect(page.locator('main [data-uid]').first()).toBeVisible()

  await test.step('a reload stays where it is and still knows the way back', async () => {
    await page.reload()
    await settle(page)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText(BAR.en)).toBeHidden()
    await page.emulateMedia({ media: null })
    await page.getByRole('button', { name: LEAVE.en }).click()
    await expect(page).toHaveURL(`${kurs.origin}/?lang=en`)
    await expect(page.getByRole('button', { name: OPEN.en })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('button', { name: OPEN.en })).toBeVisible()
  })
  await test.step('the demo that runs is opened again; nothing of it is in the workspace', async () => {
    expect(await enter(page, kurs.origin, 'en')).toBe(demo)
    const info = await kurs.call<{ planStart: string | null; canOpenDemo: boolean }>('workspace/info')
    expect(info).toMatchObject({ planStart: null, canOpenDemo: true })
  })
  await page.close()
  await kurs.stop()
  expect(await isGone(demo)).toBe(true)
})

test('a demo that cannot be opened says why, and the page stays where it is', async ({ kurs, page, guard }) => {
  guard.allow(/^console: .* 409/)
  writeFileSync(`${kurs.dir}-demo`, 'no folder')
  await kurs.openIn(page)
  await page.getByRole('button', { name: OPEN.en }).click()
  const message = page.getByRole('alert').filter({ hasText: 'The demo could not be opened' })
  // A process has to start and to end before it is known.
  await expect(message).toBeVisible({ timeout: 60_000 })
  await expect(message).toContainText(`The workspace ${kurs.dir}-demo cannot be used`)
  await expect(page.getByRole('button', { name: OPEN.en })).toBeEnabled()
  expect(kurs.complaints.splice(0).join('')).toContain('cannot be used')
})

test.describe('in Russian, at the smallest window', () => {
  test.use({ language: 'ru', viewport: { width: 1024, height: 700 } })

  test('the palette opens it and the bar fits; the demo ends also when the app is killed', async ({ kurs, page }) => {
    await kurs.openIn(page, '?lang=ru')
    await kurs.call('plan/start', { startDay: '2026-01-01', horizonYears: 7, vision: '' })
    await expect(page.getByRole('navigation').first()).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('textbox').fill('осмотреться')
    await page.getByRole('dialog').getByRole('button', { name: 'Открыть демо' }).click()
    const demo = await arrive(page, kurs.origin, 'ru')
    const height = await page.evaluate(() => document.scrollingElement?.scrollHeight)
    expect(height).toBe(700)
    expect(await findLost(page)).toEqual([])
    await page.close()
    await kurs.stop('SIGKILL')
    await expect.poll(() => isGone(demo), { timeout: 40_000 }).toBe(true)
  })
})
