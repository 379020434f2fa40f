import type { Page } from '@playwright/test'
import { findViolations } from './support/axe.ts'
import { goTo, listPages, rows, settle } from './support/pages.ts'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ mode: 'parallel' })

/** Pages whose items open at the right; the others have no panel or another one. */
const NO_PANEL = ['/', '/history', '/settings']

async function checkEveryPage(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const path of await listPages(page)) {
    await goTo(page, path)
    found.push(...(await findViolations(page, path)))
  }
  return found
}

test('axe finds faults that are planted, in either theme', async ({ page, kurs }) => {
  await kurs.openIn(page)
  await expect(page.getByRole('button').first()).toBeVisible()
  await page.evaluate(() => {
    const grey = document.createElement('p')
    grey.textContent = 'Hardly to be read'
    grey.style.cssText = 'color: light-dark(#ddd, #222); background: light-dark(#fff, #111)'
    document.querySelector('main')?.append(grey, document.createElement('button'))
  })
  const found = (await findViolations(page, 'here')).join('\n')
  for (const rule of ['light: button-name', 'light: color-contrast', 'dark: color-contrast'])
    expect(found).toContain(rule)
})

for (const language of ['en', 'ru'] as const) {
  test.describe(`axe finds nothing, ${language}`, () => {
    test.use({ language })
    test.setTimeout(180_000)

    test('on the first run', async ({ page, kurs }) => {
      await kurs.openIn(page)
      await expect(page.getByRole('button').first()).toBeVisible()
      expect(await findViolations(page, 'first run')).toEqual([])
    })

    test('on any page of a new workspace', async ({ page, kurs, open }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      await open('/')
      expect(await checkEveryPage(page)).toEqual([])
    })

    test.describe('with data', () => {
      test.use({ options: ['--demo'] })

      test('on any page', async ({ page, kurs, open }) => {
        await kurs.signIn(page.context())
        await open('/')
        expect(await checkEveryPage(page)).toEqual([])
      })

      test('with an item, a form or a dialog open', async ({ page, kurs, words, open }) => {
        await kurs.signIn(page.context())
        await open('/')
        const found: string[] = []
        for (const path of (await listPages(page)).filter((each) => !NO_PANEL.includes(each))) {
          await goTo(page, path)
          if ((await rows(page).count()) === 0) continue
          await rows(page).first().click()
          const panel = page.getByRole('complementary')
          await expect(panel.getByRole('heading').first()).toBeVisible()
          found.push(...(await findViolations(page, `${path} panel`)))
          const edit = panel.getByRole('button', { name: words.edit, exact: true })
          if ((await edit.count()) === 0) continue
          await edit.click()
          await expect(panel.getByRole('button', { name: words.save }).first()).toBeVisible()
          found.push(...(await findViolations(page, `${path} form`)))
        }
        await open('/journal')
        for (const [name, keys] of [
          ['quick add', 'KeyN'],
          ['search', 'ControlOrMeta+KeyK'],
          ['shortcuts', 'Shift+Slash'],
        ] as const) {
          await page.keyboard.press(keys)
          await expect(page.getByRole('dialog')).toBeVisible()
          if (name === 'quick add') await page.keyboard.type('course OTUS 2h 31.02 #cloud @Ivan #newtag')
          await settle(page)
          found.push(...(await findViolations(page, name)))
          await page.keyboard.press('Escape')
          await expect(page.getByRole('dialog')).toBeHidden()
        }
        expect(found).toEqual([])
      })
    })
  })
}
