import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { bootDesktop, type FakeDesktop, makeHome } from '../electron-fake/boot.ts'
import { openDesktopPage } from '../electron-fake/page.ts'
import { dayFromToday } from './support/seed.ts'

const PRELOAD = resolve(import.meta.dirname, '../../out/preload/index.cjs')

/** The page of the desktop window, with a plan, where the menu and the pointer meet it. */
let place: { home: string; remove(): void }
let desktop: FakeDesktop

test.beforeEach(async ({ page }) => {
  place = makeHome()
  desktop = await bootDesktop({ home: place.home, dataDir: join(place.home, 'work') })
  await desktop.call('workspace/saveSettings', { language: 'en' })
  await desktop.call('plan/start', { startDay: dayFromToday(0), horizonYears: 7, vision: '' })
  await openDesktopPage(page, desktop, PRELOAD)
  await page.getByRole('link', { name: 'Journal' }).click()
})

test.afterEach(async () => {
  await desktop.stop()
  place.remove()
})

const clickMenu = (label: string) => desktop.ask('clickMenu', { label })
const addLine = (title: string) => desktop.call('journal/create', { fields: { title, day: dayFromToday(0) } })

test.describe('undo by the menu', () => {
  test('takes back what was saved last, and leaves a field alone that has no focus', async ({ page }) => {
    await addLine('A line to take back')
    await expect(page.getByText('A line to take back', { exact: true })).toBeVisible()
    const filter = page.getByRole('textbox').first()
    await filter.pressSequentially('line')
    await page.getByRole('heading', { level: 1 }).click()

    await clickMenu('Undo')
    await expect(page.getByText('A line to take back', { exact: true })).toHaveCount(0)
    await expect(filter).toHaveValue('line')
    await clickMenu('Redo')
    await expect(page.getByText('A line to take back', { exact: true })).toBeVisible()
    await expect(filter).toHaveValue('line')
  })

  test('takes typing back in the field that has the focus, and nothing that was saved', async ({ page }) => {
    await addLine('A line that stays')
    const filter = page.getByRole('textbox').first()
    await filter.pressSequentially('line')
    await clickMenu('Undo')
    await expect(filter).not.toHaveValue('line')
    await clickMenu('Redo')
    await expect(filter).toHaveValue('line')
    await filter.fill('')
    await expect(page.getByText('A line that stays')).toBeVisible()
  })

  test('goes back and forth within an open form, and leaves alone what was saved', async ({ page }) => {
    await addLine('A line that stays too')
    await page.getByRole('link', { name: 'Achievements' }).click()
    await page.getByRole('button', { name: 'New achievement' }).first().click()
    const form = page.getByRole('complementary')
    const title = form.getByRole('textbox', { name: 'What was achieved' })
    const chip = form.getByRole('checkbox', { name: 'C-level' })
    await title.fill('Platform launched')
    await chip.focus()
    await page.keyboard.press('Space')
    await expect(chip).toBeChecked()
    await clickMenu('Undo')
    await expect(chip).not.toBeChecked()
    await clickMenu('Undo')
    await expect(title).toHaveValue('')
    await clickMenu('Undo')
    await expect(page.getByText('There is nothing to undo in the open form.')).toBeVisible()
    await clickMenu('Redo')
    await expect(title).toHaveValue('Platform launched')
    const totals = await desktop.call('journal/totals', { filter: {} })
    expect(totals).toMatchObject({ count: 1 })
  })
})

test('a click on blank space, then a key, draws no ring around the page', async ({ page }) => {
  const outline = () =>
    page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
      return outlineStyle === 'none' || outlineWidth === '0px' ? '' : (document.activeElement?.id ?? 'unnamed')
    })
  const main = page.locator('main')
  const box = await main.boundingBox()
  if (!box) throw new Error('There is no page')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height - 4)
  await page.keyboard.press('a')
  await expect(main).toBeFocused()
  expect(await outline()).toBe('')
})

test('the page and the menu speak one language', async ({ page }) => {
  await desktop.call('workspace/saveSettings', { language: 'ru' })
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('ru')
  await desktop.call('workspace/saveSettings', { theme: 'dark' })
  await expect.poll(async () => (await desktop.ask('report', {})).themeSource).toBe('dark')
  // The first one is from before a language was chosen, the second in the one that the test chose.
  expect((await desktop.ask('report', {})).menus).toEqual(['File', 'File', 'Файл'])
})
