import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { bootDesktop, type FakeDesktop, makeHome } from '../electron-fake/boot.ts'
import { openDesktopPage } from '../electron-fake/page.ts'
import { dayFromToday } from './support/seed.ts'

const PRELOAD = resolve(import.meta.dirname, '../../out/preload/index.cjs')

const WORDS = {
  en: {
    save: 'Save as PDF',
    menu: 'Save as PDF…',
    paper: (name: string) => `Paper: ${name}`,
    saved: (path: string) => `Saved as PDF: ${path}`,
    gone: 'This folder is no longer there',
    other: 'The PDF could not be written there',
    notMade: 'The PDF could not be made',
    title: /^Kurs\. Progress review, .*\.pdf$/,
  },
  ru: {
    save: 'Сохранить в PDF',
    menu: 'Сохранить в PDF…',
    paper: (name: string) => `Бумага: ${name}`,
    saved: (path: string) => `PDF сохранён: ${path}`,
    gone: 'Этой папки больше нет',
    other: 'Не удалось записать PDF',
    notMade: 'Не удалось создать PDF',
    title: /^Курс\. Отчёт.*\.pdf$/,
  },
}

let place: { home: string; remove(): void }
let desktop: FakeDesktop

test.beforeEach(() => {
  place = makeHome()
})

test.afterEach(async () => {
  await desktop.stop()
  place.remove()
})

const report = () => desktop.ask('report', {})

for (const language of ['en', 'ru'] as const) {
  test.describe(`a page is saved as PDF, ${language}`, () => {
    const words = WORDS[language]
    test.use({ locale: language === 'ru' ? 'ru-RU' : 'en-GB' })

    const boot = async (env: Record<string, string> = {}) => {
      desktop = await bootDesktop({ home: place.home, dataDir: join(place.home, 'work'), env })
      await desktop.call('workspace/saveSettings', { language })
      await desktop.call('plan/start', { startDay: dayFromToday(-200), horizonYears: 7, vision: '' })
      const days = { periodStart: dayFromToday(-100), periodEnd: dayFromToday(-1) }
      return (await desktop.call('reviews/createDraft', days)) as { uid: string }
    }

    test('a review: where it is asked for, for the chosen paper, and told', async ({ page }) => {
      const { uid } = await boot()
      await openDesktopPage(page, desktop, PRELOAD)
      await page.goto(`${desktop.origin}/reviews/${uid}/read`)
      const save = page.getByRole('button', { name: words.save, exact: true })
      const message = page.locator('.mantine-Notification-root')

      // The person thinks better of it.
      await save.click()
      await expect.poll(async () => (await report()).saveDialogs.length).toBe(1)
      await expect(save).toBeEnabled()
      const [asked] = (await report()).saveDialogs
      expect(asked?.defaultPath?.split('/').at(-1)).toMatch(words.title)
      expect(asked?.filters).toEqual([{ name: 'PDF', extensions: ['pdf'] }])
      expect((await report()).pdfs).toEqual([])
      await expect(message).toHaveCount(0)

      const path = join(place.home, 'review.pdf')
      await desktop.ask('chooseSavePaths', { paths: [path] })
      await save.click()
      await expect(message).toContainText(words.saved(path))
      expect(readFileSync(path, 'utf8')).toMatch(/^%PDF/)
      expect((await report()).pdfs).toEqual([expect.objectContaining({ pageSize: 'A4', landscape: false })])

      await page.getByRole('button', { name: words.paper('A4') }).click()
      await page.getByRole('menuitemradio', { name: 'Letter' }).click()
      await expect(page.getByRole('button', { name: words.paper('Letter') })).toBeVisible()
      await page.reload()
      await expect(page.getByRole('button', { name: words.paper('Letter') })).toBeVisible()
      await desktop.ask('chooseSavePaths', { paths: [path] })
      await save.click()
      await expect(message).toContainText(words.saved(path))
      expect((await report()).pdfs.at(-1)).toMatchObject({ pageSize: 'Letter' })
    })

    test('any page by the menu; what cannot be written is told', async ({ page }) => {
      await boot()
      await openDesktopPage(page, desktop, PRELOAD)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const message = page.locator('.mantine-Notification-root')
      const folder = join(place.home, 'folder.pdf')
      mkdirSync(join(folder, 'full'), { recursive: true })
      for (const [path, told] of [
        [join(place.home, 'away/page.pdf'), words.gone],
        [folder, words.other],
      ] as const) {
        await desktop.ask('chooseSavePaths', { paths: [path] })
        await desktop.ask('clickMenu', { label: words.menu })
        await expect(message.last()).toContainText(told)
        await expect(message.last()).toContainText(path)
      }
    })

    test('a PDF that cannot be made is told', async ({ page }) => {
      await boot({ FAKE_PDF: 'failing' })
      await openDesktopPage(page, desktop, PRELOAD)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await desktop.ask('chooseSavePaths', { paths: [join(place.home, 'page.pdf')] })
      await desktop.ask('clickMenu', { label: words.menu })
      await expect(page.locator('.mantine-Notification-root')).toContainText(words.notMade)
      expect(desktop.complaints.join('\n')).toContain('Failed to generate PDF')
    })
  })
}
