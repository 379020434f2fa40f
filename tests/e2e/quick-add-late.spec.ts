import type { Page } from '@playwright/test'
import { settle } from './support/pages.ts'
import { startPlan } from './support/seed.ts'
import { holdRequests, journalTitles, loseAnswer } from './support/slow.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ mode: 'parallel' })

test.beforeEach(async ({ page, kurs, guard }) => {
  guard.allow(/ERR_CONNECTION_RESET/)
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
})

test('what is typed behind Enter is an entry of its own also where the answer is lost', async ({
  page,
  kurs,
  words,
  open,
}) => {
  await open('/journal')
  const dialog = page.getByRole('dialog')
  const line = dialog.getByRole('textbox')
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  await loseAnswer(page, '**/rpc/journal/capture', held)
  await page.keyboard.press('KeyN')
  await line.fill('Tea 1h')
  await line.press('Enter')
  await page.keyboard.type('Lunch 1h')
  await expect(line).toHaveValue('Tea 1hLunch 1h')
  await expect.poll(() => journalTitles(kurs)).toEqual(['Tea'])
  letGo()
  await expect(page.getByText(words.unreachable).first()).toBeVisible()
  await expect(line).toHaveValue('Lunch 1h')
  const owed = dialog.getByText('Not saved yet: Tea 1h. Enter saves this first.')
  await expect(owed).toBeVisible()
  await page.reload()
  await settle(page)
  await page.keyboard.press('KeyN')
  await expect(line).toHaveValue('Lunch 1h')
  await expect(owed).toBeVisible()
  await line.press('Enter')
  await expect(line).toBeHidden()
  expect((await journalTitles(kurs)).toSorted()).toEqual(['Lunch', 'Tea'])
  await page.keyboard.press('KeyN')
  await expect(line).toHaveValue('')
  await expect(owed).toBeHidden()
})

test('a mark that was typed before the box was there has its suggestions', async ({ page, kurs, open }) => {
  await kurs.call('people/create', { fields: { name: 'Ann' } })
  await open('/journal')
  const letGo = await holdRequests(page, /\/assets\/quick-add-box-/)
  await page.keyboard.press('KeyN')
  const line = page.getByRole('dialog').locator('input')
  await line.pressSequentially('Tea @An')
  letGo()
  const offer = page.getByRole('option', { name: 'Ann' })
  await expect(offer).toBeVisible()
  // The same wherever the field gets the focus back with its text, since its selection does not change by that.
  await line.blur()
  await expect(offer).toBeHidden()
  await line.focus()
  await expect(offer).toBeVisible()
  await line.press('Tab')
  await expect(line).toHaveValue('Tea @Ann ')
})

/** Saves lines whose answers are held until they are let go, and closes the box before. */
async function holdAnswers(page: Page) {
  const line = page.getByRole('dialog').getByRole('textbox')
  let held = Promise.withResolvers<void>()
  await page.route('**/rpc/journal/capture', async (route) => {
    const answer = await route.fetch()
    await held.promise
    await route.fulfill({ response: answer })
  })
  const closeEarly = async (text: string) => {
    held = Promise.withResolvers<void>()
    await page.keyboard.press('KeyN')
    await line.fill(text)
    const sent = page.waitForRequest('**/rpc/journal/capture')
    await line.press('Enter')
    await sent
    await page.keyboard.press('Escape')
    await expect(line).toBeHidden()
  }
  return { line, closeEarly, letGo: () => held.resolve() }
}

test('an answer that comes after its box was closed changes nothing that is typed in the next one', async ({
  page,
  open,
}) => {
  await open('/journal')
  const { line, closeEarly, letGo } = await holdAnswers(page)
  await closeEarly('Tea 1h')
  await page.keyboard.press('KeyN')
  await expect(line).toHaveValue('Tea 1h')
  await page.keyboard.type(' with Ann')
  letGo()
  await expect(page.getByText('Logged: Tea')).toBeVisible()
  // Longer than it takes until a line is kept.
  await page.waitForTimeout(900)
  await expect(line).toHaveValue('Tea 1h with Ann')
  await page.keyboard.press('Escape')
  await page.keyboard.press('KeyN')
  await expect(line).toHaveValue('Tea 1h with Ann')
})

test('a line that was saved after its box was closed is gone from the next one, and from what is kept', async ({
  page,
  kurs,
  open,
}) => {
  await open('/journal')
  const { line, closeEarly, letGo } = await holdAnswers(page)
  await closeEarly('Coffee 1h')
  await page.keyboard.press('KeyN')
  await expect(line).toHaveValue('Coffee 1h')
  letGo()
  await expect(line).toHaveValue('')
  await page.keyboard.press('Escape')
  await closeEarly('Walk 1h')
  letGo()
  await expect(page.getByText('Logged: Walk')).toBeVisible()
  await page.keyboard.press('KeyN')
  await expect(line).toHaveValue('')
  expect((await journalTitles(kurs)).toSorted()).toEqual(['Coffee', 'Walk'])
})

test('a line that was confirmed is saved although another one is typed over it before it can be', async ({
  page,
  kurs,
  open,
}) => {
  const letGo = await holdRequests(page, '**/rpc/catalogue/vocabulary')
  await open('/journal')
  await page.keyboard.press('KeyN')
  const line = page.getByRole('dialog').getByRole('textbox')
  await line.fill('Tea 1h')
  await line.press('Enter')
  await line.press('ControlOrMeta+A')
  await page.keyboard.type('Lunch 1h')
  letGo()
  await expect.poll(() => journalTitles(kurs)).toEqual(['Tea'])
  await expect(line).toHaveValue('Lunch 1h')
  await line.press('Enter')
  await expect(line).toBeHidden()
  expect((await journalTitles(kurs)).toSorted()).toEqual(['Lunch', 'Tea'])
})

test('what is typed while its box cannot be fetched is there after a reload', async ({ page, guard, open }) => {
  guard.allow(/ERR_FAILED|Failed to fetch dynamically imported module/)
  await page.route(/\/assets\/quick-add-box-/, (route) => route.abort())
  await open('/journal')
  const dialog = page.getByRole('dialog')
  const line = dialog.getByRole('textbox')
  const begin = async () => {
    await page.keyboard.press('KeyN')
    await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible()
    await line.focus()
  }
  await begin()
  await page.keyboard.type('Tea')
  await page.reload()
  await settle(page)
  await begin()
  await expect(line).toHaveValue('Tea')
  await page.keyboard.type(' 1h')
  await page.unroute(/\/assets\/quick-add-box-/)
  await page.reload()
  await settle(page)
  await page.keyboard.press('KeyN')
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeVisible()
  await expect(line).toHaveValue('Tea 1h')
})
