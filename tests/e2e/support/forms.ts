import { expect, type Locator, type Page } from '@playwright/test'

/** Chooses one word of a list of choices. */
export async function choose(scope: Locator, label: string, option: string): Promise<void> {
  const field = scope.getByRole('combobox', { name: label, exact: true })
  await field.click()
  await field.page().getByRole('listbox').getByRole('option', { name: option, exact: true }).click()
  await expect(field).toHaveValue(option)
}

/** Links an item: types its beginning and takes what is found. */
export async function link(scope: Locator, label: string, title: string): Promise<void> {
  const field = scope.locator(`input[aria-label="${label}"]`)
  await field.fill(title)
  await field.page().getByRole('option', { name: title }).click()
  await expect(scope.getByText(title)).toBeVisible()
  await field.press('Tab')
}

/** The open panel. */
export const panelOf = (page: Page) => page.getByRole('complementary')

/** Saves the form of the panel and waits until it shows what was saved. */
export async function saveForm(page: Page, save: string, title: string): Promise<void> {
  await panelOf(page).getByRole('button', { name: save, exact: true }).click()
  await expect(panelOf(page).getByRole('heading', { name: title }).first()).toBeVisible()
  await expect(panelOf(page).getByRole('button', { name: save, exact: true })).toBeHidden()
}

/** Takes a word that a test looked for away from the message that came with it, so that the next one is its own. */
export async function closeMessages(page: Page): Promise<void> {
  const messages = page.locator('.mantine-Notification-root')
  for (let rest = await messages.count(); rest > 0; rest--) await messages.first().getByRole('button').last().click()
  await expect(messages).toHaveCount(0)
}
