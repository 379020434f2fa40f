import { choose, link, panelOf, saveForm } from './support/forms.ts'
import { rows, settle } from './support/pages.ts'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ kurs, page }) => {
  await startPlan(kurs, 'en')
  await kurs.call('people/create', { fields: { name: 'Anna Baker' } })
  await kurs.call('metrics/create', { fields: { title: 'Lead time', unit: 'h', direction: 'down' } })
  await kurs.signIn(page.context())
})

test('bets are written down, ranked by ICE, filtered and taken back', async ({ page, open }) => {
  await open('/initiatives')
  await page.locator('main').getByRole('button', { name: 'New initiative' }).last().click()
  const panel = panelOf(page)
  await panel.getByLabel('Title').fill('Faster pipeline')
  await panel.getByLabel('Hypothesis').fill('If builds are **fast**, changes get smaller.')
  await link(panel, 'Metric', 'Lead time')
  await panel.getByLabel('Expected change').fill('-24')
  for (const [label, value] of [
    ['Impact', '8'],
    ['Confidence', '7'],
    ['Ease', '5'],
  ] as const)
    await choose(panel, label, value)
  await expect(panel.getByText('8 × 7 × 5 = 280')).toBeVisible()
  await link(panel, 'Owner', 'Anna Baker')

  await test.step('what was typed survives a reload', async () => {
    await expect
      .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }).includes('Faster pipeline')))
      .toBe(true)
    await page.reload()
    await settle(page)
    await expect(panel.getByLabel('Title')).toHaveValue('Faster pipeline')
    await saveForm(page, 'Save', 'Faster pipeline')
  })

  await expect(panel.getByText('280')).toBeVisible()
  await expect(panel.getByText('−24 h')).toBeVisible()
  await expect(panel.locator('strong', { hasText: 'fast' })).toBeVisible()

  await test.step('examples become ideas, and the strongest stands first', async () => {
    await panel.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Choose from the catalogue' }).click()
    await page.getByRole('button', { name: /Speed up build and tests/ }).click()
    await expect(page.getByText('Added: Speed up build and tests')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(rows(page)).toHaveText(['Faster pipeline', 'Speed up build and tests'])
  })

  await test.step('finishing asks for a day and fills in today; undo takes it back', async () => {
    await rows(page).first().click()
    await panel.getByRole('button', { name: 'Edit' }).click()
    await choose(panel, 'Status', 'Done')
    await expect(panel.getByRole('textbox', { name: 'End' })).not.toHaveValue('')
    await saveForm(page, 'Save', 'Faster pipeline')
    await panel.getByRole('button', { name: 'Close' }).click()
    await page.locator('main').getByText('Done', { exact: true }).first().click()
    await expect(rows(page)).toHaveText(['Faster pipeline'])
    await page.keyboard.press('Control+z')
    await expect(page.getByText('Nothing matches the filter.')).toBeVisible()
  })
})
