import { countKeys } from './support/keys.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

interface Line {
  title: string
  kind: string | null
  minutes: number
  inbox: boolean
  refs: { uid: string; title: unknown }[]
}

test.describe('capture by keyboard alone, en', () => {
  test.use({ language: 'en' })

  test('suggests, links, repeats and logs for the open item', async ({ page, kurs, open, words }) => {
    test.slow()
    await startPlan(kurs, 'en')
    const ivan = await kurs.call<{ uid: string }>('people/create', { fields: { name: 'Иван Петров', role: 'peer' } })
    const project = await kurs.call<{ uid: string }>('projects/create', { fields: { title: 'Billing core' } })
    const book = await kurs.call<{ uid: string }>('learning/create', {
      fields: { title: 'Team Topologies', kind: 'book' },
    })
    await kurs.signIn(page.context())
    await open('/journal')
    const keys = countKeys(page)
    const dialog = page.getByRole('dialog')
    const newest = async () => (await kurs.call<{ lines: Line[] }>('journal/page', { filter: {}, limit: 9 })).lines
    const uids = (line: Line | undefined) => (line?.refs ?? []).map(({ uid }) => uid)

    // Three marks of a few letters each, taken by Enter and Tab; Escape closes the list alone. What may be a new tag or person is
    // completed by Enter only when it was chosen.
    await keys.press('KeyN')
    const line = page.getByRole('textbox', { name: words.writeDown })
    await expect(line).toBeFocused()
    await page.keyboard.type('разбор 1ч #архи')
    const options = page.getByRole('option')
    await expect(options.first()).toHaveAttribute('aria-selected', 'false')
    await keys.press('ArrowDown')
    await expect(options.first()).toHaveAttribute('aria-selected', 'true')
    const field = page.getByRole('combobox', { name: words.writeDown, expanded: true })
    await expect(field).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '')
    await keys.press('Enter')
    await page.keyboard.type('@Пет')
    await expect(options).toHaveCount(1)
    await keys.press('Tab')
    await page.keyboard.type('+bil')
    await expect(options).toHaveCount(1)
    await keys.press('Escape')
    await expect(options).toHaveCount(0)
    await expect(dialog).toBeVisible()
    await page.keyboard.type('l')
    await expect(options).toHaveCount(0)
    await keys.press('Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace')
    await page.keyboard.type('+bil')
    await keys.press('Enter')
    await expect(line).toHaveValue(/^разбор 1ч #\S+ @"Иван Петров" \+"Billing core" $/)
    await expect(dialog.getByText('Billing core', { exact: true })).toBeVisible()
    await keys.press('Enter')
    await expect(dialog).toBeHidden()
    const [first] = await newest()
    expect(first).toMatchObject({ title: 'разбор Billing core', minutes: 60, inbox: false })
    expect(uids(first)).toEqual(expect.arrayContaining([ivan.uid, project.uid]))
    expect(first?.refs).toHaveLength(3)

    // An exact title is linked, unless that is taken away by one click.
    await keys.press('KeyN')
    await page.keyboard.type('Team Topologies ch 2')
    const away = dialog.getByRole('button', { name: /Team Topologies/ })
    await away.click()
    await expect(away).toBeHidden()
    await expect(line).toBeFocused()
    await keys.press('Shift+Enter')
    await expect(line).toHaveValue('')
    await page.keyboard.type('Team Topologies 45m')
    await expect(away).toBeVisible()
    await keys.press('Enter')
    await expect(dialog).toBeHidden()
    expect((await newest()).slice(0, 2).map(uids)).toEqual([[book.uid], []])

    // The line before in three presses, the one before that in one more.
    const before = keys.taken()
    await keys.press('KeyN', 'ArrowUp', 'Enter')
    expect(keys.taken() - before).toBe(3)
    await expect.poll(async () => (await newest()).length).toBe(4)
    await expect(dialog).toBeHidden()
    await keys.press('KeyN', 'ArrowUp', 'ArrowUp', 'ArrowUp')
    await expect(line).toHaveValue(/^разбор Billing core 1/)
    await keys.press('Enter')
    await expect(dialog).toBeHidden()
    const [again, repeated] = await newest()
    expect(repeated).toMatchObject({ title: 'Team Topologies', minutes: 45 })
    expect(uids(repeated)).toEqual([book.uid])
    expect(again).toMatchObject({ title: 'разбор Billing core', kind: first?.kind, minutes: 60 })
    expect(uids(again).sort()).toEqual(uids(first).sort())

    // With an item open the line is about it, also after a reload.
    await open(`/projects?item=${project.uid}`)
    await expect(page.getByRole('complementary').getByRole('heading', { name: 'Billing core' })).toBeVisible()
    await keys.press('KeyN')
    await expect(dialog.getByRole('button', { name: /Billing core/ })).toBeVisible()
    await page.keyboard.type('standup 15m')
    await page.waitForTimeout(1000)
    await page.reload()
    await open('/journal')
    await keys.press('KeyN')
    await expect(line).toHaveValue('standup 15m')
    await expect(dialog.getByRole('button', { name: /Billing core/ })).toBeVisible()
    await keys.press('Enter')
    await expect(dialog).toBeHidden()
    expect(uids((await newest()).find(({ title }) => title === 'standup'))).toEqual([project.uid])
  })
})

test.describe('the inbox by keyboard alone, ru', () => {
  test.use({ language: 'ru' })

  test('five lines are captured and the inbox is sorted by single keys', async ({ page, kurs, open, words }) => {
    test.slow()
    await startPlan(kurs, 'ru')
    await kurs.signIn(page.context())
    await open('/journal')
    const keys = countKeys(page)
    const dialog = page.getByRole('dialog')
    const waiting = async () => (await kurs.call<{ count: number }>('journal/waiting')).count
    await keys.press('KeyN')
    const line = page.getByRole('textbox', { name: words.writeDown })
    await expect(line).toBeFocused()
    const titles = ['plumbus', 'завтра созвон с моим ментором', 'fleeb', 'grumbo', 'завтра экзамен PMP']
    for (const [place, title] of titles.entries()) {
      await page.keyboard.type(title)
      await keys.press('Shift+Enter')
      await expect(line).toHaveValue('')
      await expect.poll(waiting).toBe(place + 1)
    }
    await keys.press('Escape')
    await expect(dialog).toBeHidden()
    const captured = keys.taken()
    // To open the box, to save each line, to close it.
    expect(captured).toBe(7)

    await keys.press('KeyG', 'KeyI')
    await expect(page.getByRole('heading', { level: 1, name: words.inbox })).toBeVisible()
    const focused = page.locator('[data-control="open"]:focus')
    const offers = page.locator('#inbox-legend button')
    // Its words tell the kind: Enter takes it.
    await expect(focused).toHaveText('завтра экзамен PMP')
    await expect(offers.first()).toHaveText(/^1Enter/)
    await keys.press('Enter')
    // They do not: the first kind by its digit, after the time.
    await expect(focused).toHaveText('grumbo')
    await expect(offers.first()).not.toHaveText(/Enter/)
    await keys.press('KeyT')
    await page.keyboard.type('1h 30m')
    await keys.press('Enter')
    await expect(focused).toHaveText('grumbo')
    await keys.press('Digit2')
    await expect(focused).toHaveText('fleeb')
    await keys.press('Delete')
    await expect(focused).toHaveText('завтра созвон с моим ментором')
    await keys.press('Digit1')
    await expect(focused).toHaveText('plumbus')
    await keys.press('KeyD')
    await expect(page.getByRole('status').getByText(/4/)).toBeVisible()
    expect(await waiting()).toBe(0)
    // Two to get there, one for each line, and two more for a time.
    expect(keys.taken() - captured).toBe(9)
    const { lines } = await kurs.call<{ lines: Line[] }>('journal/page', { filter: {}, limit: 9 })
    expect(lines.find(({ title }) => title === 'grumbo')).toMatchObject({ minutes: 90, kind: expect.any(String) })
    expect(lines.find(({ title }) => title === 'plumbus')).toMatchObject({ kind: null, inbox: false })
    expect(lines.find(({ title }) => title.includes('PMP'))).toMatchObject({ kind: 'certification' })
    expect(lines.find(({ title }) => title.includes('ментором'))).toMatchObject({ kind: 'mentoringReceived' })
    expect(lines).toHaveLength(4)

    // The last one comes back, and so does its place.
    await page.keyboard.press('Control+Z')
    await expect(page.getByRole('button', { name: 'plumbus', exact: true })).toBeVisible()
    expect(await waiting()).toBe(1)

    // All kinds by a key, and the keys of the row again.
    await page.getByRole('button', { name: 'plumbus', exact: true }).focus()
    await page.keyboard.press('KeyK')
    await expect(page.getByRole('listbox')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(focused).toHaveText('plumbus')
    await page.keyboard.press('KeyD')
    await expect.poll(waiting).toBe(0)
  })
})

test('what is usual on this weekday is offered below the empty line, until it is there', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en')
  for (const weeks of [1, 2, 3]) {
    const fields = { title: 'Weekly with Ivan', day: dayFromToday(-7 * weeks), minutes: 30, kind: 'meeting' }
    await kurs.call('journal/create', { fields })
  }
  await kurs.signIn(page.context())
  await open('/')
  const box = page.getByRole('dialog')
  const offered = box.getByRole('button', { name: /^Weekly with Ivan 30/ })
  await page.keyboard.press('KeyN')
  await expect(offered).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(offered).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(box.getByRole('textbox')).toHaveValue(/^Weekly with Ivan 30/)
  await expect(box.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(box).toBeHidden()
  const { lines } = await kurs.call<{ lines: Line[] }>('journal/page', { filter: {}, limit: 1 })
  expect(lines[0]).toMatchObject({ title: 'Weekly with Ivan', minutes: 30, kind: 'meeting', day: dayFromToday(0) })
  await page.keyboard.press('KeyN')
  await expect(box.getByRole('textbox')).toBeFocused()
  await expect(offered).toBeHidden()
})
