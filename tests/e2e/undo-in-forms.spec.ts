import type { Locator, Page } from '@playwright/test'
import { closeMessages, panelOf } from './support/forms.ts'
import type { Kurs } from './support/kurs.ts'
import { dayFromToday, startPlan, typed } from './support/seed.ts'
import { holdRequests } from './support/slow.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ mode: 'parallel' })

const UNDO = 'ControlOrMeta+KeyZ'
const REDO = 'ControlOrMeta+Shift+KeyZ'
const REDO_TOO = 'ControlOrMeta+KeyY'

const isSaved = async (kurs: Kurs) => (await kurs.call<{ count: number }>('journal/totals', { filter: {} })).count === 1

/** Presses the keys where the focus is not in a text; what was saved must stay. */
async function press(at: Locator, keys: string, kurs: Kurs): Promise<void> {
  await at.focus()
  await at.page().keyboard.press(keys)
  await at.page().waitForTimeout(150)
  expect(await isSaved(kurs)).toBe(true)
}

const button = (scope: Locator, name: string) => scope.getByRole('button', { name, exact: true })

const undoOnPage = async (page: Page, kurs: Kurs) => {
  await page.keyboard.press(UNDO)
  await expect.poll(() => isSaved(kurs)).toBe(false)
}

test.describe('undo belongs to what is open', () => {
  test.use({ language: 'ru' })

  test.beforeEach(async ({ page, kurs }) => {
    await startPlan(kurs, 'ru')
    await kurs.call('journal/create', { fields: { title: 'Saved before', day: dayFromToday(0), kind: 'study' } })
    await kurs.signIn(page.context())
  })

  test('a form goes back and forth within itself, from any of its controls', async ({ page, kurs, words, open }) => {
    await open('/achievements?item=new')
    const form = panelOf(page)
    const title = form.getByRole('textbox', { name: words.achieved })
    const save = button(form, words.save)
    await press(save, UNDO, kurs)
    await expect(page.getByText(words.nothingInForm)).toBeVisible()
    await closeMessages(page)

    await title.fill('Platform launched')
    // The same word in both languages.
    const chip = form.getByRole('checkbox', { name: 'C-level' })
    await chip.focus()
    await page.keyboard.press('Space')
    await expect(chip).toBeChecked()
    await press(chip, UNDO, kurs)
    await expect(chip).not.toBeChecked()
    await expect(title).toHaveValue('Platform launched')
    await press(save, UNDO, kurs)
    await expect(title).toHaveValue('')
    await press(save, REDO, kurs)
    await press(save, REDO_TOO, kurs)
    await expect(title).toHaveValue('Platform launched')
    await expect(chip).toBeChecked()
    // A choice that is no text, and the page behind the form.
    await press(form.getByRole('combobox').first(), UNDO, kurs)
    await expect(chip).not.toBeChecked()
    await press(page.getByRole('link', { name: words.journal }), UNDO, kurs)
    await expect(title).toHaveValue('')

    await button(form, words.cancel).click()
    await undoOnPage(page, kurs)
  })

  test('a line of quick add', async ({ page, kurs, words, open }) => {
    await open('/journal')
    await page.keyboard.press('KeyN')
    const dialog = page.getByRole('dialog')
    const line = dialog.getByRole('textbox')
    await line.fill('Half a thought')
    await press(button(dialog, words.save), UNDO, kurs)
    await expect(line).toHaveValue('')
    await press(button(dialog, words.close), REDO, kurs)
    await expect(line).toHaveValue('Half a thought')
    await line.press('Escape')
    await expect(dialog).toBeHidden()
    await undoOnPage(page, kurs)
  })

  test('a line of quick add that was typed before its box was there', async ({ page, kurs, words, open }) => {
    await open('/journal')
    const letGo = await holdRequests(page, /\/assets\/quick-add-box-/)
    await page.keyboard.press('KeyN')
    const dialog = page.getByRole('dialog')
    const line = dialog.getByRole('textbox')
    await line.fill('Half a thought')
    letGo()
    await expect(button(dialog, words.save)).toBeVisible()
    await press(line, UNDO, kurs)
    await expect(line).toHaveValue('')
    await press(button(dialog, words.close), REDO, kurs)
    await expect(line).toHaveValue('Half a thought')
  })

  test('a suggestion that was taken is taken back in the field itself', async ({ page, kurs, open }) => {
    await kurs.call('people/create', { fields: { name: 'Ann' } })
    await open('/journal')
    await page.keyboard.press('KeyN')
    // A box with a list of suggestions while there are some.
    const line = page.getByRole('dialog').locator('input')
    await line.pressSequentially('Tea @An')
    await expect(page.getByRole('option')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(line).toHaveValue('Tea @Ann ')
    await press(line, UNDO, kurs)
    await expect(line).toHaveValue('Tea @An')
    await press(line, REDO_TOO, kurs)
    await expect(line).toHaveValue('Tea @Ann ')
  })

  test('a form that stands in its page, while something unsaved or taken back is in it', async ({
    page,
    kurs,
    words,
    open,
  }) => {
    const [metric] = await kurs.call<{ uid: string }[]>('metrics/list')
    await open(`/metrics?item=${metric?.uid}`)
    const value = panelOf(page).getByRole('textbox', { name: words.value })
    const record = button(panelOf(page), words.record)
    await value.fill('7')
    await press(record, UNDO, kurs)
    await expect(value).toHaveValue('')
    await press(record, REDO_TOO, kurs)
    await expect(value).toHaveValue('7')
    await press(record, UNDO, kurs)
    await expect(value).toHaveValue('')
    await record.focus()
    await undoOnPage(page, kurs)
  })

  test('what was saved is out of reach of a form that stays: undo takes it back in the workspace', async ({
    page,
    kurs,
    words,
    open,
  }) => {
    const [metric] = await kurs.call<{ uid: string }[]>('metrics/list')
    const metricUid = metric?.uid ?? ''
    const points = async () => (await kurs.call<{ total: number }>('metricPoints/list', { metricUid })).total
    await open(`/metrics?item=${metricUid}`)
    const value = panelOf(page).getByRole('textbox', { name: words.value })
    await value.fill('5')
    await panelOf(page)
      .getByRole('textbox', { name: words.day })
      .fill(typed(dayFromToday(-1)))
    await button(panelOf(page), words.record).click()
    await expect.poll(points).toBe(1)
    await expect(value).toHaveValue('')
    await button(panelOf(page), words.record).focus()
    await page.keyboard.press(UNDO)
    await expect.poll(points).toBe(0)
    await expect(value).toHaveValue('')

    await page.keyboard.press('Escape')
    await page.keyboard.press('KeyN')
    const dialog = page.getByRole('dialog')
    const line = dialog.getByRole('textbox')
    await line.fill('Written down')
    await line.press('Shift+Enter')
    await expect(line).toHaveValue('')
    await button(dialog, words.close).focus()
    await page.keyboard.press(UNDO)
    await expect(page.getByText(words.nothingInForm)).toBeVisible()
    await expect(line).toHaveValue('')
  })
})
