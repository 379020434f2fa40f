import type { Locator, Page } from '@playwright/test'
import { panelOf } from './support/forms.ts'
import { dayFromToday, typed } from './support/seed.ts'
import { expect, test, UNSORTED_OF } from './support/test.ts'

/** Another number measures more: `KURS_LINES=100000 npx playwright test --project=e2e tests/e2e/long-lists.spec.ts`. */
const LINES = Number(process.env.KURS_LINES ?? 20_000)

test.use({ generated: LINES })
test.setTimeout(240_000)

const TEXTS = {
  en: {
    goTo: 'Go to a day',
    months: 'Years and months',
    lines: /^\d{4} [\d,]+ entr(y|ies)$/,
    nearest: 'The nearest day with entries:',
  },
  ru: { goTo: 'К дате', months: 'Годы и месяцы', lines: /^\d{4} [\d\s]+ запис/, nearest: 'Ближайший день с записями:' },
} as const

/** What a person is told in numbers, when they are asked for. */
const report = (...facts: [name: string, value: string | number][]) => {
  for (const [name, value] of facts) test.info().annotations.push({ type: name, description: String(value) })
  // biome-ignore lint/suspicious/noConsole: these figures were asked for
  if (process.env.KURS_LINES !== undefined) console.log(facts.map((fact) => fact.join(': ')).join(', '))
}

const listOf = (page: Page, name: string) => page.getByRole('list', { name, exact: true })
const rowsOf = (list: Locator) => list.locator('[data-uid]')

/** The row of the list that has the focus, by its number, and the item it shows; null when no row has it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const row = document.activeElement?.closest<HTMLElement>('[data-index]')
    return row
      ? { row: Number(row.dataset.index), uid: row.querySelector<HTMLElement>('[data-uid]')?.dataset.uid }
      : null
  })

/** Whether the focus was on nothing in any frame since. */
async function watchFocus(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const world = window as unknown as { lost: number }
    world.lost = 0
    const look = () => {
      if (document.activeElement === document.body) world.lost++
      requestAnimationFrame(look)
    }
    look()
  })
  return () => page.evaluate(() => (window as unknown as { lost: number }).lost)
}

/** What stands first in sight in the list. */
const firstInSight = (list: Locator) =>
  list.evaluate((element) => {
    const top = element.parentElement?.getBoundingClientRect().top ?? 0
    const rows = [...element.querySelectorAll<HTMLElement>('[data-uid]')]
    return rows.find((row) => row.getBoundingClientRect().top >= top)?.dataset.uid
  })

/** The row that has the focus is read and in sight. */
async function expectFocusAt(page: Page, row: number): Promise<void> {
  await expect.poll(() => focused(page)).toMatchObject({ row, uid: expect.any(String) })
  await expect(page.locator(`[data-index="${row}"] [data-uid]`)).toBeInViewport()
}

/** Counts what the page asks the app for. */
function countRequests(page: Page) {
  const asked: { procedure: string; bytes: number }[] = []
  page.on('response', async (response) => {
    const [, procedure] = response.url().split('/rpc/')
    if (procedure !== undefined) asked.push({ procedure, bytes: (await response.body().catch(() => '')).length })
  })
  return {
    begin: () => {
      asked.length = 0
    },
    asked,
    bytes: () => asked.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

test('an edit far down asks for what is in sight and no more', async ({ page, kurs, words, open }) => {
  await kurs.signIn(page.context())
  await open('/')
  const began = Date.now()
  await page.getByRole('navigation').first().getByRole('link', { name: words.journal }).click()
  const list = listOf(page, words.journal)
  await expect(rowsOf(list).first()).toBeVisible()
  report(['journal opened, ms', Date.now() - began])
  await rowsOf(list).first().focus()
  await page.keyboard.press('End')
  await expectFocusAt(page, LINES - 1)
  await page.keyboard.press('Enter')
  await panelOf(page).getByRole('button', { name: words.edit }).click()
  const title = panelOf(page).getByRole('textbox', { name: words.title })
  await title.fill('The very first line')
  // The preview of files and the like is there before anything is counted.
  await page.waitForTimeout(500)
  const requests = countRequests(page)
  requests.begin()
  const saved = Date.now()
  await title.press('ControlOrMeta+Enter')
  await expect(list.getByRole('button', { name: /The very first line/ })).toBeVisible()
  const took = Date.now() - saved
  await page.waitForTimeout(2000)
  report(
    ['one edit after the end: requests', requests.asked.length],
    ['bytes', requests.bytes()],
    ['ms until it is seen in the list', took],
    ['asked', requests.asked.map(({ procedure, bytes }) => `${procedure} ${bytes}`).join(' ')],
  )
  expect(requests.asked.length).toBeLessThan(16)
  expect(requests.asked.filter(({ procedure }) => procedure === 'journal/page').length).toBeLessThan(5)
  expect(requests.bytes()).toBeLessThan(250_000)
  // Whatever the length, hardly more than what is in sight is in the document.
  expect(await list.locator('[data-index]').count()).toBeLessThan(70)
})

test('keys move through the whole list, and the focus is never lost', async ({ page, kurs, words, open }) => {
  await kurs.signIn(page.context())
  await open('/journal')
  const list = listOf(page, words.journal)
  await rowsOf(list).first().focus()
  const lost = await watchFocus(page)
  await expectFocusAt(page, 0)
  for (let press = 0; press < 4; press++) await page.keyboard.press('PageDown')
  const { row = 0 } = (await focused(page)) ?? {}
  expect(row).toBeGreaterThan(30)
  await expectFocusAt(page, row)
  await page.keyboard.press('ArrowDown')
  await expectFocusAt(page, row + 1)
  await page.keyboard.press('End')
  await expectFocusAt(page, LINES - 1)
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowUp')
  await expectFocusAt(page, LINES - 4)
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Home')
  await expectFocusAt(page, 0)
  await page.keyboard.press('PageDown')
  const before = await focused(page)
  // A wheel takes the row out of sight, but not the focus from it: the keys go on from there.
  await list.hover()
  await page.mouse.wheel(0, 40_000)
  await expect(page.locator(`[data-uid="${before?.uid}"]`)).not.toBeInViewport()
  expect(await focused(page)).toEqual(before)
  await page.keyboard.press('ArrowDown')
  await expectFocusAt(page, (before?.row ?? 0) + 1)
  const opened = await focused(page)
  expect(await lost()).toBe(0)

  // Opened and closed, the list stands where it stood and the focus is back.
  const place = await firstInSight(list)
  await page.keyboard.press('Enter')
  await expect(panelOf(page).getByRole('heading').first()).toBeFocused()
  await panelOf(page).getByRole('button', { name: words.edit }).click()
  await expect(panelOf(page).getByRole('textbox', { name: words.title })).toBeFocused()
  await panelOf(page).getByRole('button', { name: words.cancel, exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(panelOf(page)).toBeHidden()
  await expect.poll(() => focused(page)).toEqual(opened)
  expect(await firstInSight(list)).toBe(place)
})

test('what others write moves neither the place nor the focus', async ({ page, kurs, words, open }) => {
  await kurs.signIn(page.context())
  await open('/journal')
  const list = listOf(page, words.journal)
  await rowsOf(list).first().focus()
  await page.keyboard.press('End')
  await expectFocusAt(page, LINES - 1)
  await page.keyboard.press('PageUp')
  await expect.poll(() => focused(page)).toMatchObject({ row: expect.any(Number), uid: expect.any(String) })
  const before = await focused(page)
  const place = await firstInSight(list)
  const lost = await watchFocus(page)
  for (const title of ['New on top', 'Another one', 'And planned']) {
    const day = title === 'And planned' ? dayFromToday(3) : dayFromToday(0)
    await kurs.call('journal/create', { fields: { title, day, minutes: 20 } })
  }
  await expect.poll(() => focused(page)).toEqual({ row: (before?.row ?? 0) + 3, uid: before?.uid })
  expect(await firstInSight(list)).toBe(place)
  // What has the focus is removed: its neighbour takes it over, the one before it where it was the last of its day.
  const uidAt = (row: number) => page.locator(`[data-index="${row}"] [data-uid]`).getAttribute('data-uid')
  const neighbours = [await uidAt((before?.row ?? 0) + 4), await uidAt((before?.row ?? 0) + 2)]
  await kurs.call('journal/remove', { uid: before?.uid })
  await expect.poll(async () => neighbours.includes((await focused(page))?.uid ?? null)).toBe(true)
  expect(await lost()).toBe(0)
  await page.keyboard.press('Home')
  await expectFocusAt(page, 0)
  await expect(rowsOf(list).first()).toContainText('And planned')
})

for (const language of ['en', 'ru'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('a day, a month or a year is gone to', async ({ page, kurs, words, open }) => {
      const texts = TEXTS[language]
      await kurs.signIn(page.context())
      await open('/journal')
      const list = listOf(page, words.journal)
      const goTo = async (text: string) => {
        await page.keyboard.press('KeyG')
        await page.keyboard.press('KeyD')
        const field = page.getByRole('dialog').getByRole('textbox', { name: words.day })
        await expect(field).toBeFocused()
        await page.keyboard.type(text)
        await page.keyboard.press('Enter')
        await expect(page.getByRole('dialog')).toBeHidden()
      }
      await rowsOf(list).first().focus()
      await goTo(typed(dayFromToday(-2000)))
      const there = await focused(page)
      expect(there?.row).toBeGreaterThan(100)
      await expectFocusAt(page, there?.row ?? 0)
      // Before the first day there is nothing: the nearest one is the last of the list.
      await goTo('01.02.1999')
      await expect(page.getByText(texts.nearest)).toBeAttached()
      await expect.poll(async () => (await focused(page))?.row).toBeGreaterThan(LINES - 200)
      // Not a day: it says so and stays.
      await page.keyboard.press('KeyG')
      await page.keyboard.press('KeyD')
      await page.keyboard.type('31.02.2020')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog').getByText(words.noSuchDay)).toBeVisible()
      await page.keyboard.press('Escape')
      await expect.poll(async () => (await focused(page))?.row).toBeGreaterThan(LINES - 200)

      const months = page.getByRole('navigation', { name: texts.months })
      const counts = await months
        .locator('[aria-expanded]')
        .evaluateAll((years) =>
          years.map((year) => Number(year.querySelector('span')?.textContent?.replace(/\D/g, ''))),
        )
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(LINES)
      const year = months.locator('[aria-expanded]').nth(4)
      await expect(year).toHaveAccessibleName(texts.lines)
      await year.click()
      await expect(year).toHaveAttribute('aria-expanded', 'true')
      const current = months.locator('[aria-current="true"]')
      const month = await current.textContent()
      await current.focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(current).not.toHaveText(month ?? '')
      await expect(current).toBeFocused()
      await expect(rowsOf(list).first()).toBeVisible()
    })
  })

test('the inbox of thousands opens at once and is sorted line by line', async ({ page, kurs, words, open }) => {
  await kurs.signIn(page.context())
  const { count } = await kurs.call<{ count: number }>('journal/waiting')
  expect(count).toBeGreaterThan(LINES / UNSORTED_OF - 10)
  await open('/learning')
  await page.waitForTimeout(1500)
  const times: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    const took = await page.evaluate(async (name) => {
      const began = performance.now()
      document.querySelector<HTMLElement>('nav a[href="/inbox"]')?.click()
      while (document.querySelector(`[role="list"][aria-label="${name}"] [data-uid]`) === null)
        await new Promise((done) => requestAnimationFrame(done))
      return performance.now() - began
    }, words.inbox)
    times.push(took)
    await page.waitForTimeout(300)
    await page.getByRole('navigation').first().getByRole('link', { name: words.learning }).click()
    await expect(page.getByRole('heading', { level: 1, name: words.learning })).toBeVisible()
  }
  const middle = Math.round(times.toSorted((a, b) => a - b)[1] ?? 0)
  report(['unsorted lines', count], ['inbox opened, ms', middle])
  // A fraction of it where the machine has nothing else to do.
  expect(middle).toBeLessThan(2500)
  await page.getByRole('navigation').first().getByRole('link', { name: words.inbox }).click()
  const list = listOf(page, words.inbox)
  await rowsOf(list).first().focus()
  expect(await list.locator('[data-index]').count()).toBeLessThan(60)
  const lost = await watchFocus(page)
  await page.keyboard.press('End')
  await expectFocusAt(page, count - 1)
  await page.keyboard.press('Home')
  await page.keyboard.press('PageDown')
  const first = (await focused(page)) ?? { row: 0, uid: '' }
  // The kind of the line is one Tab away; when the line has left, the next one stands there and has the focus.
  await page.keyboard.press('Tab')
  const next = await page.locator(`[data-index="${first.row + 1}"] [data-uid]`).getAttribute('data-uid')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toEqual({ row: first.row, uid: next })
  await expect(page.getByRole('combobox').and(page.locator(':focus'))).toHaveValue('')
  expect(await lost()).toBe(0)
  expect((await kurs.call<{ count: number }>('journal/waiting')).count).toBe(count - 1)
  // By mouse any line is sorted as well.
  await list.getByRole('combobox').nth(4).click()
  await page.getByRole('option', { name: words.meeting, exact: true }).click()
  await expect.poll(async () => (await kurs.call<{ count: number }>('journal/waiting')).count).toBe(count - 2)
})
