import type { Page } from '@playwright/test'
import { panelOf } from './support/forms.ts'
import { settle } from './support/pages.ts'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

const TITLES = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo']

const rowOf = (page: Page, title: string) => page.getByRole('row', { name: new RegExp(title) })
const nameOf = (page: Page, title: string) => page.getByRole('button', { name: title, exact: true })
const bar = (page: Page) => page.getByRole('toolbar')

test.beforeEach(async ({ page, kurs, open }) => {
  await startPlan(kurs, 'en')
  for (const title of TITLES)
    await kurs.call('learning/create', { fields: { title, kind: 'book', provider: 'Press', tags: ['shelf'] } })
  await kurs.signIn(page.context())
  await open('/learning?q=shelf')
})

test('rows are opened, chosen and changed together by keys, each time as one step', async ({ page, words }) => {
  await expect(page.getByText('5 items')).toBeVisible()
  await rowOf(page, 'Bravo').getByText('Press').click()
  await expect(panelOf(page).getByRole('heading', { name: 'Bravo' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(nameOf(page, 'Bravo')).toBeFocused()

  // A range grows and shrinks; what it has left is chosen no more.
  await page.keyboard.press('Space')
  for (const keys of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp']) await page.keyboard.press(keys)
  await expect(nameOf(page, 'Charlie')).toBeFocused()
  await expect(bar(page)).toContainText('2 selected')
  await bar(page).getByRole('button', { name: words.state }).click()
  await page.getByRole('menuitem', { name: words.done }).click()
  await expect(page.getByText('Changed: 2 items')).toBeVisible()
  for (const title of ['Bravo', 'Charlie']) await expect(rowOf(page, title)).toContainText(words.done)
  await page.keyboard.press('ControlOrMeta+KeyZ')
  for (const title of ['Bravo', 'Charlie']) await expect(rowOf(page, title)).toContainText('Planned')

  await bar(page).getByRole('button', { name: 'Tags' }).click()
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('#Next')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Tags' }).click()
  await page.keyboard.press('Escape')
  await expect(rowOf(page, 'Charlie')).toContainText('next, shelf')
  await expect(rowOf(page, 'Delta')).not.toContainText('next')

  // Deleted, and the keys go on from the next row.
  await nameOf(page, 'Bravo').focus()
  await page.keyboard.press('Delete')
  await expect(nameOf(page, 'Bravo')).toHaveCount(0)
  await expect(nameOf(page, 'Charlie')).toBeFocused()
  await page.keyboard.press('End')
  await expect(nameOf(page, 'Echo')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+KeyA')
  await expect(bar(page)).toContainText('4 selected')
  await page.keyboard.press('Delete')
  await expect(nameOf(page, 'Echo')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'New learning item' }).first()).toBeFocused()
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(nameOf(page, 'Echo')).toBeVisible()
  await expect(nameOf(page, 'Bravo')).toHaveCount(0)
})

test('a row has a menu, and what is shown is in the address', async ({ page, words }) => {
  await nameOf(page, 'Alpha').focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(nameOf(page, 'Alpha')).toBeFocused()
  await rowOf(page, 'Delta').click({ button: 'right' })
  await page.getByRole('menuitem', { name: words.done }).click()
  await expect(rowOf(page, 'Delta')).toContainText(words.done)
  await rowOf(page, 'Echo').hover()
  await rowOf(page, 'Echo').getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: words.edit }).click()
  await expect(panelOf(page).getByRole('textbox', { name: words.title })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panelOf(page)).toHaveCount(0)

  await page.getByRole('radiogroup').getByText(words.done).click()
  await expect(page).toHaveURL(/show=done/)
  await page.getByRole('textbox', { name: 'Filter' }).fill('delta')
  await expect(page).toHaveURL(/q=delta/)
  await expect(nameOf(page, 'Alpha')).toHaveCount(0)
  await nameOf(page, 'Delta').click()
  await expect(panelOf(page).getByRole('heading', { name: 'Delta' })).toBeVisible()
  await page.goBack()
  await expect(panelOf(page)).toHaveCount(0)
  await page.reload()
  await settle(page)
  await expect(page.getByRole('textbox', { name: 'Filter' })).toHaveValue('delta')
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('the keys of the app work beside whatever has no text', async ({ page, words }) => {
  const line = page.getByRole('textbox', { name: words.writeDown })
  const works = async () => {
    await page.keyboard.press('KeyN')
    await expect(line).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(line).toBeHidden()
  }
  await page.getByRole('checkbox', { name: 'Select: Alpha' }).check()
  await works()
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  await page.getByRole('radiogroup').getByText('Planned').click()
  await works()
  await page.setViewportSize({ width: 900, height: 700 })
  const choice = page.getByRole('combobox', { name: words.state })
  await choice.selectOption('')
  await choice.focus()
  await works()
  await page.getByRole('textbox', { name: 'Filter' }).fill('')
  await page.keyboard.press('KeyN')
  await expect(page.getByRole('textbox', { name: 'Filter' })).toHaveValue('n')
  await expect(line).toBeHidden()
})
