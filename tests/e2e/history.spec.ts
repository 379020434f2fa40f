import { dayFromToday, startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test('what was deleted long ago comes back from the history, and can be taken back again', async ({
  page,
  kurs,
  open,
  guard,
}) => {
  await startPlan(kurs, 'en')
  const book = (await kurs.call('learning/create', { fields: { title: 'Team Topologies', kind: 'book' } })) as {
    uid: string
  }
  await kurs.call('learning/update', { uid: book.uid, patch: { provider: 'IT Revolution' } })
  await kurs.call('learning/remove', { uid: book.uid })
  for (const title of ['One line', 'Another line'])
    await kurs.call('journal/create', { fields: { title, day: dayFromToday(0), minutes: 30 } })
  await kurs.signIn(page.context())
  await open('/')

  // Found by what a person would call it.
  await page.keyboard.press('ControlOrMeta+KeyK')
  await page.getByRole('dialog').getByRole('textbox').fill('trash')
  await expect(page.getByRole('dialog').getByText('Restore something deleted…')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
  await expect(page.locator('main li')).toHaveCount(1)
  await page.getByRole('button', { name: 'Restore: “Team Topologies”' }).click()
  const message = page.getByRole('alert').filter({ hasText: 'Restored: “Team Topologies”' })
  await expect(message).toBeVisible()
  await expect(page.getByText('is back')).toBeVisible()

  await page.getByText('Everything', { exact: true }).click()
  await page.getByRole('button', { name: 'Restoring of “Team Topologies”' }).click()
  const panel = page.getByRole('complementary')
  await panel.getByRole('button', { name: 'History' }).click()
  const history = page.getByRole('dialog', { name: 'History: Team Topologies' })
  await expect(history.getByText('IT Revolution')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(history).toBeHidden()
  await expect(panel).toBeVisible()

  // The open panel asks for what is gone, and says so.
  guard.allow(/404/)
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(page.getByText('Undone. Restoring of “Team Topologies”')).toBeVisible()
  await expect(page.locator('main [data-uid]')).toHaveCount(0)
})

test('a large deletion is shown part by part', async ({ page, kurs, open }) => {
  await startPlan(kurs, 'en')
  const uids: string[] = []
  for (let n = 0; n < 105; n++) {
    const fields = { title: `Line ${n}`, kind: 'book' }
    uids.push(((await kurs.call('learning/create', { fields })) as { uid: string }).uid)
  }
  await kurs.call('learning/removeMany', { uids })
  await kurs.signIn(page.context())
  await open('/history?item=removals')
  const buttons = page.getByRole('button', { name: 'Restore: “Line' })
  for (const [shown, name] of [
    [20, 'Line 104'],
    [100, 'Line 85'],
    [105, 'Line 0'],
  ] as const) {
    await expect(buttons).toHaveCount(shown)
    await expect(page.getByText(name, { exact: true })).toBeVisible()
    if (shown < 105) await page.getByRole('button', { name: 'Show more' }).click()
  }
  await expect(page.getByRole('button', { name: 'Show more' })).toBeHidden()
  await page.getByRole('button', { name: 'Restore: “Line 0”' }).click()
  await expect(page.getByText('is back')).toBeVisible()
  await expect(buttons).toHaveCount(104)
})
