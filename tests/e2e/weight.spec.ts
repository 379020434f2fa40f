import type { Page } from '@playwright/test'
import { settle } from './support/pages.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { holdRequests } from './support/slow.ts'
import { expect, test } from './support/test.ts'

/** Characters of script the page may have fetched when the first screen stands; one file of everything had 2,076,430. */
const FIRST_SCREEN = 1_100_000

/** Files of script the page has fetched: their names without the hash, and their characters. */
const scripts = (page: Page) =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ name, decodedBodySize }) => ({ name: name.replace(/^.*\/|-[\w-]{8}\.js$/g, ''), size: decodedBodySize })),
  )

/** Lets the charts wait until it is called. */
const holdCharts = (page: Page) => holdRequests(page, /\/assets\/charts-/)

test.describe('the first screen', () => {
  test.beforeEach(async ({ kurs, page }) => {
    await startPlan(kurs, 'en', 30)
    await kurs.call('journal/create', { fields: { title: 'Line', day: dayFromToday(-2), minutes: 45, kind: 'study' } })
    await kurs.signIn(page.context())
  })

  test('stands without the charts, which move nothing when they come', async ({ page, open }) => {
    // What is fetched when there is time belongs to no screen, and a busy machine has that time before the screen stands.
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0
    })
    const letGo = await holdCharts(page)
    await open('/')
    const bars = page.getByRole('img', { name: /Hours by month/ })
    await expect(bars).toBeVisible()
    await expect(
      page
        .getByRole('link', { name: 'Line' })
        .or(page.getByRole('button', { name: /Line/ }))
        .first(),
    ).toBeVisible()
    const loaded = await scripts(page)
    expect(loaded.map(({ name }) => name)).not.toContain('markdown')
    expect(loaded.filter(({ name }) => name !== 'charts').reduce((sum, { size }) => sum + size, 0)).toBeLessThan(
      FIRST_SCREEN,
    )
    const places = () =>
      page.locator('main h2, main h3').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
    const before = await places()
    letGo()
    await expect(bars.locator('svg')).toBeVisible()
    expect(await places()).toEqual(before)
  })

  test('fetches what may be opened next, so that no panel waits for the host', async ({ page, open, kurs, guard }) => {
    await open('/journal')
    const line = page.getByRole('button', { name: /Line/ })
    await expect
      .poll(async () => (await scripts(page)).map(({ name }) => name))
      .toEqual(expect.arrayContaining(['activity-panel', 'markdown', 'review-reader', 'skills-page', 'charts']))
    // What is still being fetched for other pages fails now: none of it is needed here.
    guard.allow(/ERR_FAILED/)
    await page.route(/\/assets\//, (route) => route.abort())
    await line.click()
    await expect(page.getByRole('heading', { name: 'Line' })).toBeVisible()
    await page.getByRole('link', { name: 'Skills' }).click()
    await settle(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skills')
    expect(kurs.complaints).toEqual([])
    expect(guard.problems).toEqual([])
  })

  test('whose texts do not come says so in both languages, and a language that does not come leaves the page as it is', async ({
    page,
    kurs,
    open,
    guard,
  }) => {
    guard.allow(/ERR_FAILED/)
    await page.route(/\/assets\/texts-ru-/, (route) => route.abort())
    await open('/')
    await kurs.call('workspace/saveSettings', { language: 'ru' })
    await expect(page.getByText(/texts of this language could not be loaded/)).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview')
    // A page that is left while a part of it is on its way says that the part did not come.
    await expect.poll(async () => (await scripts(page)).map(({ name }) => name)).toContain('week-steps-card')
    await page.goto(kurs.origin)
    await expect(page.getByRole('alert')).toContainText('Try again')
    await page.route(/\/assets\/texts-en-/, (route) => route.abort())
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('Не удалось показать Курс')
    await expect(page.getByRole('alert')).toContainText('Kurs could not be shown')
  })

  test('a panel that came late keeps what was typed when its page is drawn anew', async ({ page, kurs }) => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    const asked: string[] = []
    await page.route(/\/assets\/(activity-panel|review-guide)-.*js/, async (route) => {
      asked.push(
        route
          .request()
          .url()
          .replace(/.*assets\/(.*)-[\w-]{8}[.]js.*/, '$1'),
      )
      await held
      await route.continue()
    })
    const { uid } = (await kurs.call('reviews/createDraft', {
      periodStart: dayFromToday(-30),
      periodEnd: dayFromToday(0),
    })) as { uid: string }
    await page.goto(`${kurs.origin}/reviews?item=${uid}`)
    await expect.poll(() => asked).toContain('review-guide')
    // Its page stands and says that it is on its way.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reviews')
    await expect(page.getByRole('button', { name: 'All reviews' })).toBeVisible()
    await expect(page.getByRole('status', { name: 'Loading' })).toBeVisible()
    letGo()
    const answer = page.getByRole('region', { name: 'Reflection' }).getByRole('textbox').first()
    await answer.focus()
    await page.keyboard.type('first half, ')
    await kurs.call('reviews/saveDraft', { uid, patch: { focus: ['from elsewhere'] } })
    await kurs.call('journal/create', { fields: { title: 'Meanwhile', day: dayFromToday(-1), minutes: 90 } })
    await expect(page.getByText(/Saved at/)).toBeVisible()
    await page.keyboard.type('second half')
    await expect(answer).toHaveValue('first half, second half')
    await expect(answer).toBeFocused()
  })
})
