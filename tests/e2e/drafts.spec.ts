import type { Page } from '@playwright/test'
import { panelOf } from './support/forms.ts'
import { settle } from './support/pages.ts'
import { dayFromToday, startPlan, typed } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ mode: 'parallel' })

test.beforeEach(async ({ page, kurs, guard }) => {
  guard.allow(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/)
  guard.allow(/401 \(Unauthorized\) \S+\/events$/)
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
})

const quickAdd = (page: Page) => page.getByRole('dialog').getByRole('textbox')

test('killed while typing, at most a second of it is lost, whatever the browser has kept', async ({
  page,
  browser,
  kurs,
  words,
  open,
}) => {
  await open('/journal?item=new')
  const notes = panelOf(page).getByRole('textbox', { name: words.notes })
  await panelOf(page).getByRole('textbox', { name: words.title }).fill('Half a thought')
  // Ended by the end of its page.
  const typing = notes.pressSequentially('typed without a pause '.repeat(40), { delay: 30 }).catch(() => {})
  await page.waitForTimeout(2500)
  const before = await notes.inputValue()
  await page.waitForTimeout(1000)
  await kurs.stop('SIGKILL')
  const atKill = await notes.inputValue()
  await page.context().close()
  await typing
  expect(before.length).toBeGreaterThan(10)
  expect(atKill.length).toBeGreaterThan(before.length)

  await kurs.startAgain()
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await kurs.openIn(other)
  await settle(other)
  await open('/journal?item=new', other)
  await expect(panelOf(other).getByText(words.restored)).toBeVisible()
  await expect(panelOf(other).getByRole('textbox', { name: words.title })).toHaveValue('Half a thought')
  const back = await panelOf(other).getByRole('textbox', { name: words.notes }).inputValue()
  expect(back.startsWith(before)).toBe(true)
  await panelOf(other).getByRole('button', { name: words.save, exact: true }).click()
  await expect(panelOf(other).getByRole('heading', { name: 'Half a thought' })).toBeVisible()
  // Saved is saved: it comes back nowhere.
  const empty = await browser.newContext()
  await kurs.signIn(empty)
  const third = await empty.newPage()
  await open('/journal?item=new', third)
  await expect(panelOf(third).getByText(words.restored)).toBeHidden()
  await expect(panelOf(third).getByRole('textbox', { name: words.title })).toHaveValue('')
  await elsewhere.close()
  await empty.close()
})

test('two windows never show each other their unsaved text; what a closed one left is offered', async ({
  page,
  context,
  kurs,
  words,
  open,
}) => {
  const other = await context.newPage()
  await open('/journal')
  await open('/journal', other)
  await page.bringToFront()
  await page.keyboard.press('KeyN')
  await quickAdd(page).pressSequentially('from the first')
  await other.bringToFront()
  await other.keyboard.press('KeyN')
  await expect(quickAdd(other)).toHaveValue('')
  await quickAdd(other).pressSequentially('from the second')
  await other.waitForTimeout(1000)
  await expect(quickAdd(page)).toHaveValue('from the first')
  for (const [window, text] of [
    [page, 'from the first'],
    [other, 'from the second'],
  ] as const) {
    await window.reload()
    await settle(window)
    await window.keyboard.press('KeyN')
    await expect(quickAdd(window)).toHaveValue(text)
  }

  await other.close()
  await quickAdd(page).press('Enter')
  await expect(quickAdd(page)).toBeHidden()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await page.waitForTimeout(300)
  await page.keyboard.press('KeyN')
  await expect(quickAdd(page)).toHaveValue('from the second')
  await quickAdd(page).press('Enter')
  await expect(quickAdd(page)).toBeHidden()
  const { lines } = await kurs.call<{ lines: { title: string }[] }>('journal/page', { filter: {}, limit: 9 })
  expect(lines.map(({ title }) => title)).toEqual(['from the second', 'from the first'])

  // The same of a form: two new items in two windows are two items.
  const third = await context.newPage()
  await open('/learning?item=new')
  await panelOf(page).getByRole('textbox', { name: words.title }).fill('First course')
  await page.waitForTimeout(1000)
  await open('/learning?item=new', third)
  await expect(panelOf(third).getByRole('textbox', { name: words.title })).toHaveValue('')
  await panelOf(third).getByRole('textbox', { name: words.title }).fill('Second course')
  for (const [window, title] of [
    [page, 'First course'],
    [third, 'Second course'],
  ] as const) {
    await panelOf(window).getByRole('button', { name: words.save, exact: true }).click()
    await expect(panelOf(window).getByRole('heading', { name: title })).toBeVisible()
  }
  expect(await kurs.call('learning/list')).toHaveLength(2)
})

/** The clock of the page, `hours` before now; it goes on from there. */
const hoursAgo = (page: Page, hours: number) => page.clock.install({ time: Date.now() - hours * 3_600_000 })

test('a form opened yesterday says so, and takes one click to today', async ({ page, kurs, words, open }) => {
  await hoursAgo(page, 24)
  await open('/journal?item=new')
  const day = panelOf(page).getByRole('textbox', { name: words.day })
  await panelOf(page).getByRole('textbox', { name: words.title }).fill('Begun yesterday')
  await expect(day).toHaveValue(typed(dayFromToday(-1)))
  await expect(panelOf(page).getByText(/^Yesterday, /)).toBeHidden()
  await page.clock.fastForward('24:00:00')
  await expect(panelOf(page).getByText(/^Yesterday, /)).toBeVisible()
  await expect(day).toHaveValue(typed(dayFromToday(-1)))
  // Kept, it stays the day it was: not that on which it is taken up again.
  await page.reload()
  await expect(panelOf(page).getByText(words.restored)).toBeVisible()
  await expect(day).toHaveValue(typed(dayFromToday(-1)))
  await panelOf(page).getByRole('button', { name: 'Set to today' }).click()
  await expect(day).toHaveValue(typed(dayFromToday(0)))
  await expect(panelOf(page).getByText(/^Yesterday, /)).toBeHidden()
  await panelOf(page).getByRole('button', { name: words.save, exact: true }).click()
  await expect(panelOf(page).getByRole('heading', { name: 'Begun yesterday' })).toBeVisible()
  const { lines } = await kurs.call<{ lines: { day: string }[] }>('journal/page', { filter: {}, limit: 9 })
  expect(lines).toMatchObject([{ day: dayFromToday(0) }])
})

test('a kept line of quick add means the days it meant when it was typed', async ({ page, kurs, open }) => {
  await hoursAgo(page, 48)
  await open('/journal')
  await page.keyboard.press('KeyN')
  await quickAdd(page).fill('Call with Ann yesterday')
  await page.keyboard.press('Escape')
  await page.clock.fastForward('48:00:00')
  await page.reload()
  await settle(page)
  await page.keyboard.press('KeyN')
  await expect(quickAdd(page)).toHaveValue('Call with Ann yesterday')
  await expect(page.getByRole('dialog').getByText(/^Typed on /)).toBeVisible()
  await quickAdd(page).press('Enter')
  await expect(quickAdd(page)).toBeHidden()
  const { lines } = await kurs.call<{ lines: { day: string }[] }>('journal/page', { filter: {}, limit: 9 })
  expect(lines).toMatchObject([{ day: dayFromToday(-3) }])
})
