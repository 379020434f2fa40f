import type { Locator, Page } from '@playwright/test'
import { settle } from './support/pages.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { holdRequests } from './support/slow.ts'
import { expect, test } from './support/test.ts'

const technicalRows = (page: Page) =>
  page
    .locator('main tbody')
    .filter({ has: page.getByRole('rowheader', { name: 'Technical' }) })
    .locator('tr[data-row]')

const names = (rows: Locator) => rows.locator('[data-uid]').allTextContents()

/** Where a list says that a row came to stand. */
const told = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

/** Drags a row by its handle to where another one is: above or below its middle. */
async function dragTo(page: Page, row: Locator, target: Locator, side: 'above' | 'below'): Promise<void> {
  await row.hover()
  await row.locator('[data-handle]').hover()
  await page.mouse.down()
  const box = await target.boundingBox()
  if (box === null) throw new Error('not drawn')
  const y = side === 'above' ? box.y + 3 : box.y + box.height - 3
  await page.mouse.move(box.x + 30, y, { steps: 8 })
  // The browser tells of a drag a moment late.
  await page.mouse.move(box.x + 31, y)
}

test('skills are moved by keys while they stand in their own order', async ({ page, kurs, open }) => {
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
  await open('/skills?sort=order')
  const rows = technicalRows(page)
  const before = await names(rows)
  const [a = '', b = '', c = '', d = ''] = before
  const name = page.getByRole('button', { name: a, exact: true })

  // Pressed faster than anything is answered, no step is lost.
  const release = await holdRequests(page, '**/rpc/skills/move')
  await name.focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => names(rows)).toEqual([b, c, d, a, ...before.slice(4)])
  await expect(name).toBeFocused()
  await expect(told(page, `Place 4 of ${before.length}`)).toHaveCount(1)
  release()
  const kept = async () =>
    (await kurs.call<{ title: { en: string } }[]>('skills/list', {})).slice(0, 4).map(({ title }) => title.en)
  await expect.poll(kept).toEqual([b, c, d, a])
  await settle(page)
  expect((await names(rows)).slice(0, 4)).toEqual([b, c, d, a])
  await expect(name).toBeFocused()

  // Each is a step of its own to take back.
  await page.keyboard.press('Control+z')
  await expect.poll(() => names(rows)).toEqual([b, c, a, d, ...before.slice(4)])
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => names(rows)).toEqual(before)
  await expect(name).toBeFocused()

  // The same by the mouse, and by the menu, which names the keys.
  await dragTo(page, rows.nth(0), rows.nth(2), 'below')
  await page.mouse.up()
  await expect.poll(() => names(rows)).toEqual([b, c, a, d, ...before.slice(4)])
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await name.focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Move up' })).toContainText('Alt')
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await expect.poll(() => names(rows)).toEqual([b, a, c, d, ...before.slice(4)])
  await expect(name).toBeFocused()
})

test('skills that are sorted by anything else, or filtered, stay where they are and say why', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
  await open('/skills')
  const before = await names(technicalRows(page))
  await page.getByRole('button', { name: before[0] ?? '', exact: true }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByText(/^To move rows, sort the list by “#”/)).toBeVisible()
  expect(await names(technicalRows(page))).toEqual(before)
  await expect(page.locator('[data-handle]')).toHaveCount(0)
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Move down' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await page.getByRole('columnheader', { name: 'Order' }).getByRole('button').click()
  await expect(page.locator('[data-handle]')).not.toHaveCount(0)
  await page.getByRole('textbox', { name: 'Filter' }).fill('a')
  await expect(page.locator('[data-handle]')).toHaveCount(0)
})

interface PlanAnswer {
  stages: { uid: string; title: { en: string }; requirements: { uid: string }[]; milestones: { uid: string }[] }[]
}

test('requirements are moved by keys, milestones by the mouse, stages by keys unless that is refused', async ({
  page,
  kurs,
  open,
  guard,
}) => {
  await startPlan(kurs, 'en')
  const plan = () => kurs.call<PlanAnswer>('plan/get', {})
  const [first, second, third] = (await plan()).stages
  await kurs.call('plan/passGate', { stageUid: first?.uid, day: dayFromToday(0), note: '' })
  await kurs.signIn(page.context())
  await open(`/plan?item=${second?.uid}`)

  const uids = (list: Locator) =>
    list.evaluateAll((rows) => rows.map((row) => (row instanceof HTMLElement ? row.dataset.row : '')))
  const requirements = page.getByRole('region', { name: /^Gate/ }).locator('li[data-row]')
  const [one, two, ...others] = second?.requirements.map(({ uid }) => uid) ?? []
  expect(await uids(requirements)).toEqual([one, two, ...others])
  const title = requirements.nth(1).locator('[data-uid]')
  await title.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => uids(requirements)).toEqual([two, one, ...others])
  await expect(page.locator(`button[data-uid="${two}"]`)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(() => uids(requirements)).toEqual([one, two, ...others])

  const milestones = page.locator('li[data-row][data-state]')
  const [m1, m2, m3, ...rest] = second?.milestones.map(({ uid }) => uid) ?? []
  expect(await uids(milestones)).toEqual([m1, m2, m3, ...rest])
  await dragTo(page, milestones.nth(2), milestones.nth(0), 'above')
  await expect(milestones.nth(0)).toHaveAttribute('data-drop', 'before')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(page.locator('[data-drop], [data-dragged]')).toHaveCount(0)
  expect(await uids(milestones)).toEqual([m1, m2, m3, ...rest])
  await dragTo(page, milestones.nth(2), milestones.nth(0), 'above')
  await page.mouse.up()
  await expect.poll(() => uids(milestones)).toEqual([m3, m1, m2, ...rest])
  await expect.poll(async () => (await plan()).stages[1]?.milestones[0]?.uid).toBe(m3)
  await expect(page).toHaveURL(new RegExp(`item=${second?.uid}$`))
  await page.keyboard.press('Control+z')
  await expect.poll(() => uids(milestones)).toEqual([m1, m2, m3, ...rest])

  // Open stages stay behind a passed one: the band goes back and the message says why.
  guard.allow(/status of 409/)
  const bands = page.getByRole('list', { name: 'Stages' }).locator('li')
  await bands.nth(1).getByRole('button').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(async () => (await uids(bands)).slice(1, 3)).toEqual([third?.uid, second?.uid])
  await expect(bands.nth(2).getByRole('button')).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('alert').filter({ hasText: 'gate' })).toBeVisible()
  await expect.poll(async () => (await uids(bands)).slice(0, 3)).toEqual([first?.uid, second?.uid, third?.uid])
})
