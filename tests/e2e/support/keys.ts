import { expect, type Locator, type Page } from '@playwright/test'

/** Presses keys and counts the strokes; letters of a text that is typed are not among them. */
export function countKeys(page: Page) {
  let count = 0
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    count += keys.length
  }
  return {
    press,
    /** Goes on by Tab until it has the focus, within so many steps. */
    walk: async (to: Locator, most = 20) => {
      await expect(to).toBeVisible()
      const isThere = () => to.evaluate((element) => element === document.activeElement)
      for (let step = 0; step < most && !(await isThere()); step++) await press('Tab')
      await expect(to).toBeFocused()
    },
    taken: () => count,
  }
}
