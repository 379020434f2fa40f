import { settle } from './support/pages.ts'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test('a list is sorted by keyboard, and stays so after a reload, beside an open item and on the way back', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en')
  const statuses = { Dropped: 'dropped', Planned: 'planned', Done: 'done' }
  for (const [title, status] of Object.entries(statuses))
    await kurs.call('learning/create', { fields: { title, kind: 'book', status } })
  await kurs.signIn(page.context())
  await open('/')
  await page.getByRole('navigation').first().locator('a[href="/learning"]').click()
  await settle(page)
  const names = () => page.locator('main td [data-uid]').allTextContents()
  const ours = async () => (await names()).filter((name) => name in statuses)
  await expect.poll(ours).toEqual(['Done', 'Dropped', 'Planned'])

  const header = page.getByRole('columnheader', { name: 'Status' })
  await header.getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(ours).toEqual(['Planned', 'Done', 'Dropped'])
  await page.keyboard.press('Enter')
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  await expect(header.getByRole('button')).toBeFocused()
  await expect.poll(ours).toEqual(['Dropped', 'Done', 'Planned'])

  await page.getByRole('button', { name: 'Planned', exact: true }).click()
  await expect(page).toHaveURL(/sort=-status/)
  await page.reload()
  await settle(page)
  await expect(page.getByRole('heading', { name: 'Planned' })).toBeVisible()
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Planned' })).toHaveCount(0)
  await expect.poll(ours).toEqual(['Dropped', 'Done', 'Planned'])
  // Sorting is no step of its own: the next one leads out of the list.
  await page.goBack()
  await expect(page).toHaveURL(/\/$/)

  await open('/learning?sort=nonsense')
  await settle(page)
  await expect.poll(ours).toEqual(['Done', 'Dropped', 'Planned'])
})
