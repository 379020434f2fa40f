import type { Page, Route } from '@playwright/test'
import type { Kurs } from './kurs.ts'

/** Lets requests of an address wait until the answer is called. */
export async function holdRequests(page: Page, path: string | RegExp): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(path, async (route) => {
    await promise
    await route.continue()
  })
  return () => resolve()
}

/** The next request of an address reaches Kurs, its answer never reaches the page; what is lost is lost once `until` is there. */
export async function loseAnswer(page: Page, path: string, until?: Promise<void>): Promise<void> {
  const lose = async (route: Route) => {
    await route.fetch()
    await until
    await route.abort('connectionreset')
  }
  await page.route(path, lose, { times: 1 })
}

/** What the journal has, newest first: what was saved, whatever was answered. */
export async function journalTitles(kurs: Kurs): Promise<string[]> {
  const { lines } = await kurs.call<{ lines: { title: string }[] }>('journal/page', { filter: {}, limit: 50 })
  return lines.map(({ title }) => title)
}
