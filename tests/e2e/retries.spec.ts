import { writeFileSync } from 'node:fs'
import { panelOf } from './support/forms.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { holdRequests, journalTitles, loseAnswer } from './support/slow.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ mode: 'parallel' })

test.beforeEach(async ({ page, kurs, guard }) => {
  guard.allow(/ERR_CONNECTION_RESET/)
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
})

test('a form saved again after its answer was lost is one item, with what it says last', async ({
  page,
  kurs,
  words,
  open,
}) => {
  await loseAnswer(page, '**/rpc/journal/create')
  await open('/journal?item=new')
  const title = panelOf(page).getByRole('textbox', { name: words.title })
  const save = panelOf(page).getByRole('button', { name: words.save, exact: true })
  await title.fill('Talk with the team')
  await save.click()
  await expect(page.getByText(words.unreachable).first()).toBeVisible()
  expect(await journalTitles(kurs)).toEqual(['Talk with the team'])
  await save.click()
  await expect(panelOf(page).getByRole('heading', { name: 'Talk with the team' })).toBeVisible()
  expect(await journalTitles(kurs)).toEqual(['Talk with the team'])

  await panelOf(page).getByRole('button', { name: words.close }).click()
  await loseAnswer(page, '**/rpc/journal/create')
  await open('/journal?item=new')
  await title.fill('Second line')
  await save.click()
  await expect(page.getByText(words.unreachable).first()).toBeVisible()
  await title.fill('Second line, corrected')
  await save.click()
  await expect(panelOf(page).getByRole('heading', { name: 'Second line, corrected' })).toBeVisible()
  expect(await journalTitles(kurs)).toEqual(['Second line, corrected', 'Talk with the team'])
})

test('a draft that comes back after a reload saves as the item its lost answer made', async ({
  page,
  kurs,
  words,
  open,
}) => {
  await loseAnswer(page, '**/rpc/journal/create')
  await open('/journal?item=new')
  await panelOf(page).getByRole('textbox', { name: words.title }).fill('Half saved')
  await panelOf(page).getByRole('textbox', { name: words.title }).press('ControlOrMeta+Enter')
  await expect(page.getByText(words.unreachable).first()).toBeVisible()
  await page.reload()
  await expect(panelOf(page).getByText(words.restored)).toBeVisible()
  await panelOf(page).getByRole('button', { name: words.save, exact: true }).click()
  await expect(panelOf(page).getByRole('heading', { name: 'Half saved' })).toBeVisible()
  expect(await journalTitles(kurs)).toEqual(['Half saved'])
})

test('Ctrl+Enter twice, and a double click, save once; the next line is another one', async ({
  page,
  kurs,
  words,
  open,
}) => {
  await open('/journal?item=new')
  const title = panelOf(page).getByRole('textbox', { name: words.title })
  await title.fill('By keyboard')
  await page.evaluate(() => {
    const press = () =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
      )
    press()
    press()
    setTimeout(press, 90)
  })
  await expect(panelOf(page).getByRole('heading', { name: 'By keyboard' })).toBeVisible()
  expect(await journalTitles(kurs)).toEqual(['By keyboard'])
  await panelOf(page).getByRole('button', { name: words.close }).click()
  await open('/journal?item=new')
  await title.fill('By mouse')
  await panelOf(page).getByRole('button', { name: words.save, exact: true }).dblclick()
  await expect(panelOf(page).getByRole('heading', { name: 'By mouse' })).toBeVisible()
  expect((await journalTitles(kurs)).toSorted()).toEqual(['By keyboard', 'By mouse'])
})

test('quick add: Enter twice, a lost answer, and a new person are one line and one person', async ({
  page,
  kurs,
  words,
  open,
}) => {
  await open('/journal')
  const line = page.getByRole('dialog').getByRole('textbox')
  const people = async () => (await kurs.call<{ name: string }[]>('people/list')).map(({ name }) => name)
  await loseAnswer(page, '**/rpc/journal/capture')
  await page.keyboard.press('KeyN')
  await line.fill('Lunch 1h @Maria')
  await line.press('Enter')
  await expect(page.getByText(words.unreachable).first()).toBeVisible()
  await expect(line).toHaveValue('Lunch 1h @Maria')
  await line.press('Enter')
  await expect(line).toBeHidden()
  expect([await journalTitles(kurs), await people()]).toEqual([['Lunch'], ['Maria']])

  await page.keyboard.press('KeyN')
  await line.fill('Dinner 1h')
  await page.evaluate(() => {
    const press = () =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
      )
    press()
    press()
  })
  await expect(line).toBeHidden()
  await expect.poll(() => journalTitles(kurs)).toEqual(['Dinner', 'Lunch'])
  // The same words again are another lunch.
  await page.keyboard.press('KeyN')
  await line.fill('Lunch 1h')
  await line.press('Enter')
  await expect(line).toBeHidden()
  expect((await journalTitles(kurs)).filter((title) => title === 'Lunch')).toHaveLength(2)
})

test('quick add: what is typed over a kept line, or behind Enter, is an entry of its own', async ({
  page,
  kurs,
  words,
  open,
}) => {
  await open('/journal')
  const line = page.getByRole('dialog').getByRole('textbox')
  await loseAnswer(page, '**/rpc/journal/capture')
  await page.keyboard.press('KeyN')
  await line.fill('Breakfast 1h')
  await line.press('Enter')
  await expect(page.getByText(words.unreachable).first()).toBeVisible()
  expect(await journalTitles(kurs)).toEqual(['Breakfast'])
  await line.press('ControlOrMeta+A')
  await page.keyboard.type('Brunch 1h')
  await line.press('Enter')
  await expect(line).toBeHidden()
  expect((await journalTitles(kurs)).toSorted()).toEqual(['Breakfast', 'Brunch'])

  // Its answer takes a while.
  const letGo = await holdRequests(page, '**/rpc/journal/capture')
  await page.keyboard.press('KeyN')
  await line.fill('Tea 1h')
  await line.press('Enter')
  await page.keyboard.type('Lunch 1h')
  await expect(line).toHaveValue('Tea 1hLunch 1h')
  letGo()
  await expect(line).toHaveValue('Lunch 1h')
  await line.press('Enter')
  await expect(line).toBeHidden()
  expect((await journalTitles(kurs)).toSorted()).toEqual(['Breakfast', 'Brunch', 'Lunch', 'Tea'])
})

test('quick add: what is typed before its words, or all of its box, are there is kept and saved as it was confirmed', async ({
  page,
  kurs,
  guard,
  open,
}) => {
  guard.allow(/ERR_FAILED|Failed to fetch dynamically imported module/)
  await kurs.call('journal/create', { fields: { title: 'Earlier', day: dayFromToday(-1) } })
  const letGo = await holdRequests(page, '**/rpc/catalogue/vocabulary')
  let asked = 0
  await page.route(/\/assets\/quick-add-box-/, (route) => {
    asked++
    return route.abort()
  })
  await open('/journal')
  await page.keyboard.press('KeyN')
  const dialog = page.getByRole('dialog')
  const line = dialog.getByRole('textbox')
  await expect(line).toBeFocused()
  await page.keyboard.type('Tea')
  const again = dialog.getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  // Once while there was time, once when it was opened.
  expect(asked).toBeLessThan(3)
  await expect(line).toHaveValue('Tea')
  await line.focus()
  await page.keyboard.type(' 1h')
  await page.unroute(/\/assets\/quick-add-box-/)
  await again.click()
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeVisible()
  await expect(line).toHaveValue('Tea 1h')
  await line.press('Enter')
  await page.keyboard.type('Lunch')
  letGo()
  await expect(line).toHaveValue('Lunch')
  expect(await journalTitles(kurs)).toEqual(['Tea', 'Earlier'])
})

test('a file attached again after its answer was lost is attached once', async ({
  page,
  kurs,
  words,
  open,
}, testInfo) => {
  const file = testInfo.outputPath('notes.txt')
  writeFileSync(file, 'content')
  const { uid } = await kurs.call('journal/create', { fields: { title: 'With a file', day: dayFromToday(0) } })
  await loseAnswer(page, '**/attachments')
  await open(`/journal?item=${uid}`)
  const attach = () => panelOf(page).locator('input[type=file]').setInputFiles(file)
  await attach()
  await expect(page.getByText(words.unreachable).first()).toBeVisible()
  await attach()
  await expect(panelOf(page).getByRole('link', { name: 'notes.txt' })).toBeVisible()
  expect(await kurs.call('attachments/list', { ownerUid: uid })).toHaveLength(1)
})
