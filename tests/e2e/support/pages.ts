import { expect, type Page } from '@playwright/test'

/** Every page that the sidebar leads to, by its path. */
export async function listPages(page: Page): Promise<string[]> {
  const links = page.getByRole('navigation').first().getByRole('link')
  await expect(links.first()).toBeVisible()
  const paths = await links.evaluateAll((elements) => elements.map((element) => element.getAttribute('href') ?? ''))
  expect(paths.length).toBeGreaterThan(10)
  return paths
}

/** Goes to a page within the app, as a click in the sidebar would, and waits until it has settled. */
export async function goTo(page: Page, path: string): Promise<void> {
  await leave(page, path, () => page.getByRole('navigation').first().locator(`a[href="${path}"]`).click())
}

/** Leaves the present page for another by `go`, and waits until it has settled: the present one stays until the code of the other is there. */
export async function leave(page: Page, path: string, go: () => Promise<unknown>): Promise<void> {
  const target = new URL(path, page.url())
  const isOther = new URL(page.url()).pathname !== target.pathname
  const heading = isOther ? await page.locator('main h1').first().elementHandle() : null
  await go()
  await expect(page).toHaveURL(target.href)
  await heading?.waitForElementState('hidden')
  await settle(page)
}

/** Waits until nothing is loading any more and the page is drawn. */
export async function settle(page: Page): Promise<void> {
  await expect(page.locator('main h1').first()).toBeVisible()
  await expect(page.locator('[role="status"][aria-busy="true"], .mantine-Loader-root')).toHaveCount(0)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** What opens an item on a list page: the name in a table, a line of the journal. */
export const rows = (page: Page) => page.locator('main [data-uid]')
