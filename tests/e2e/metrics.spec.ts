import { dayFromToday, startPlan, typed } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test('a metric: chosen, recorded, corrected, pasted from a spreadsheet, drawn beside what a gate asks, taken back', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en', 30)
  await kurs.signIn(page.context())
  await open('/metrics')
  const panel = page.getByRole('complementary')
  const card = (name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name }).first()

  await test.step('one of the catalogue', async () => {
    await page.getByRole('button', { name: 'Choose from the catalogue' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /NPS: customer loyalty/ })
      .click()
    await page.keyboard.press('Escape')
    await expect(card('NPS: customer loyalty')).toContainText('No values yet')
  })

  await test.step('its values are recorded and corrected', async () => {
    await page.getByRole('button', { name: 'NPS: customer loyalty', exact: true }).click()
    const value = panel.getByRole('textbox', { name: 'Value' })
    await value.fill('12')
    await panel.getByRole('textbox', { name: 'Note' }).fill('First survey')
    await value.press('Enter')
    await expect(card('NPS: customer loyalty')).toContainText('one value')
    await expect(panel.getByText('First survey')).toBeVisible()
    await panel.getByRole('button', { name: /^Edit the value 12 points/ }).click()
    const form = panel.locator('form').filter({ has: page.getByRole('button', { name: 'Cancel' }) })
    await form.getByRole('textbox', { name: 'Value' }).fill('14')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(panel.getByRole('button', { name: /^Edit the value 14 points/ })).toBeFocused()
  })

  await test.step('many are pasted as one action; what cannot be read is told', async () => {
    await panel.getByRole('button', { name: 'Paste from a spreadsheet…' }).click()
    const [first, second] = [dayFromToday(-60), dayFromToday(-20)]
    const text = `Day\tNPS\n${first}\t2\n${typed(second)}\t8,5\tsecond survey\n31.02.2026\t3\n${dayFromToday(0)}\t14`
    await panel.getByRole('textbox', { name: /Day, value/ }).fill(text)
    await expect(panel.getByText('1 line cannot be read and is left out.')).toBeVisible()
    await expect(panel.getByText('there already, left out')).toBeVisible()
    await panel.getByRole('button', { name: 'Add 2 values' }).click()
    await expect(panel.getByText(/^From 2 .* to 14 points .*: \+12, for the better\.$/)).toBeVisible()
    await expect(panel.locator('svg.recharts-surface').first()).toBeVisible()
    await expect(panel.getByText('second survey')).toBeVisible()
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).last().click()
    await expect(panel.getByText('second survey')).toBeHidden()
    await expect(panel.getByText('First survey')).toBeVisible()
  })

  await test.step('by arrows to the next one, whose gate says how far it is', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'NPS: customer loyalty', exact: true }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('button', { name: 'People led', exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await panel.getByRole('textbox', { name: 'Value' }).fill('3')
    await panel.getByRole('textbox', { name: 'Value' }).press('Enter')
    await expect(card('People led')).toContainText(/60.?% of the way to 5 people/)
    await panel
      .getByRole('button', { name: /^Open the requirement/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/plan\?item=/)
    await expect(page.getByRole('complementary')).toContainText(/60.?%/)
  })
})
