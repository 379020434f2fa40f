import { expect, type Page, test } from '@playwright/test'
import { Kurs, type Language } from '../e2e/support/kurs.ts'
import { goTo, listPages, rows, settle } from '../e2e/support/pages.ts'

/** The pictures the README shows; the rest of the matrix goes to `test-results/pictures`. */
const README = new Map([
  ['/', 'overview'],
  ['/plan', 'plan'],
  ['/skills', 'skills'],
])

const toName = (path: string) => path.slice(1).replaceAll('/', '-') || 'overview'

async function takePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/pictures/${name}.png`, animations: 'disabled' })
}

async function withKurs(args: string[], use: (kurs: Kurs) => Promise<void>): Promise<void> {
  const kurs = new Kurs()
  try {
    await kurs.start(args)
    await use(kurs)
  } finally {
    await kurs.stop()
    kurs.remove()
  }
}

async function pictureEveryPage(page: Page, kurs: Kurs, language: Language, name: string): Promise<void> {
  await kurs.openIn(page)
  for (const path of await listPages(page)) {
    await goTo(page, path)
    await takePicture(page, `${name}${toName(path)}`)
    const shown = README.get(path)
    if (name === `full-${language}-light-` && shown !== undefined)
      await page.screenshot({ path: `docs/screenshots/${shown}.${language}.png`, animations: 'disabled' })
    if (!name.startsWith('full') || (await rows(page).count()) === 0) continue
    await rows(page).first().click()
    await settle(page)
    await takePicture(page, `${name}${toName(path)}-open`)
  }
}

for (const language of ['ru', 'en'] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`${language} ${colorScheme}`, () => {
      test.use({ colorScheme, locale: language, viewport: { width: 1280, height: 800 } })
      test.setTimeout(180_000)

      test('the demo, three years full', async ({ page }) => {
        await withKurs(['--demo', '--lang', language], (kurs) =>
          pictureEveryPage(page, kurs, language, `full-${language}-${colorScheme}-`),
        )
      })

      test('the first evening, and every page still empty', async ({ page }) => {
        await withKurs(['--lang', language], async (kurs) => {
          await kurs.openIn(page)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await takePicture(page, `empty-${language}-${colorScheme}-first-evening`)
          await kurs.call('workspace/saveSettings', { language })
          await kurs.call('plan/start', {
            startDay: new Date().toISOString().slice(0, 10),
            horizonYears: 7,
            vision: '',
          })
          await page.reload()
          for (const path of await listPages(page)) {
            await goTo(page, path)
            await takePicture(page, `empty-${language}-${colorScheme}-${toName(path)}`)
          }
        })
      })
    })
