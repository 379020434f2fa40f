import type { Page } from '@playwright/test'
import { goTo, listPages } from './support/pages.ts'
import { expect, test, UNSORTED_OF } from './support/test.ts'

test.setTimeout(180_000)

/** Printing only counts here, and waits for its fonts until they are let come: meanwhile the page is as it is printed. */
const holdPrinting = (page: Page) =>
  page.addInitScript(() => {
    const world = window as unknown as { printed: number; letFontsCome: () => void }
    world.printed = 0
    window.print = () => {
      world.printed++
    }
    world.letFontsCome = () => {}
    Object.defineProperty(document.fonts, 'ready', {
      get: () =>
        new Promise<void>((resolve) => {
          world.letFontsCome = resolve
        }),
    })
  })

/** Presses Ctrl+P, looks at what is about to be printed, and lets it be printed. */
async function whilePrinting<Seen>(page: Page, look: () => Promise<Seen>): Promise<Seen> {
  const printed = () => page.evaluate(() => (window as unknown as { printed: number }).printed)
  const before = await printed()
  await page.keyboard.press('ControlOrMeta+KeyP')
  const seen = await look()
  await expect
    .poll(async () => {
      await page.evaluate(() => (window as unknown as { letFontsCome: () => void }).letFontsCome())
      return printed()
    })
    .toBe(before + 1)
  return seen
}

/** The paper of a long list is drawn. */
const paperOf = (page: Page) => expect(page.locator('[data-line]').first()).toBeAttached()

/** What stands on paper at the moment: what is drawn for it, whatever of it is in sight. */
const onPaper = async (page: Page) => {
  await page.emulateMedia({ media: 'print' })
  const found = await page.evaluate(() => {
    const isDrawn = (element: Element) => element.checkVisibility()
    const lines = [...document.querySelectorAll('main [data-line], main [data-uid]')].filter(isDrawn)
    const notes = [...document.querySelectorAll('main p')].filter(isDrawn).map((note) => note.textContent)
    const rows = [...document.querySelectorAll('main tbody tr')].filter(isDrawn)
    return { lines: lines.length, rows: rows.length, notes }
  })
  await page.emulateMedia({ media: null })
  return found
}

/** The sheets of a PDF of the page, as the browser itself prints it. */
const countSheets = async (page: Page) => {
  const pdf = await page.pdf({ format: 'A4' })
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

const TEXTS = {
  en: {
    search: 'Search the journal',
    cut: 'Printed here: the first 2,000 of 2,600 entries. To print the rest, narrow the list by date.',
    asDrawn: /^Printed here: only the (\d+) of 2,600 entries that were on the screen\. .*Ctrl\+P\.$/,
  },
  ru: {
    search: 'Искать в журнале',
    cut: 'Напечатано: первые 2\u00a0000 из 2\u00a0600 записей. Чтобы напечатать остальное, сузьте список по датам.',
    asDrawn: /^Напечатано только то, что было на экране: (\d+) из 2\s600 записей\. .*Ctrl\+P\.$/,
  },
} as const

for (const language of ['en', 'ru'] as const)
  test.describe(language, () => {
    test.use({ language, generated: 2_600 })

    test('the journal prints all that is listed, or says exactly what it left out', async ({
      page,
      kurs,
      words,
      open,
    }) => {
      const texts = TEXTS[language]
      await holdPrinting(page)
      await kurs.signIn(page.context())
      await open('/journal')
      await expect(page.locator('main [data-uid]').first()).toBeVisible()

      // The browser's own command waits for nothing: what is drawn is printed, with its number.
      let note = ''
      await page.exposeFunction('onNote', (text: string) => {
        note = text
      })
      await page.evaluate(() => {
        const tell = (text: string) => (window as unknown as { onNote: (text: string) => void }).onNote(text)
        const seen = () => [...document.querySelectorAll('main p')].map((one) => one.textContent).join()
        window.addEventListener('beforeprint', () => tell(seen()))
      })
      expect(await countSheets(page)).toBeLessThan(4)
      const drawn = await page.locator('main [data-uid]').count()
      expect(texts.asDrawn.exec(note)?.[1]).toBe(String(drawn))

      // The app's command prints the list, here more than fits; it is there for the printing alone.
      const long = await whilePrinting(page, async () => {
        await paperOf(page)
        return { ...(await onPaper(page)), sheets: await countSheets(page) }
      })
      expect([long.lines, long.notes]).toEqual([2000, [texts.cut]])
      expect(long.sheets).toBeGreaterThan(20)
      await expect(page.locator('[data-line]')).toHaveCount(0)

      // All that a filter finds.
      await page.getByRole('textbox', { name: texts.search }).fill('Kafka')
      const lead = page.locator('header').getByText(/\d+/).first()
      const found = async () =>
        Number.parseInt(((await lead.textContent()) ?? '').replace(/(?<=\d)[\s,](?=\d{3})/g, ''), 10)
      await expect.poll(found).toBeLessThan(2000)
      const some = await whilePrinting(page, async () => {
        await paperOf(page)
        return { ...(await onPaper(page)), sheets: await countSheets(page) }
      })
      expect([some.lines, some.notes]).toEqual([await found(), []])
      expect(some.lines).toBeGreaterThan(10)
      expect(some.sheets).toBeLessThan(long.sheets)

      // The inbox, which is drawn in part as well.
      await page.getByRole('navigation').first().getByRole('link', { name: words.inbox }).click()
      await expect(page.locator('main [data-uid]').first()).toBeVisible()
      const inbox = await whilePrinting(page, async () => {
        await paperOf(page)
        return onPaper(page)
      })
      const waiting = await kurs.call<{ count: number }>('journal/waiting')
      expect(waiting.count).toBeGreaterThan(2_600 / UNSORTED_OF - 10)
      expect(inbox).toMatchObject({ lines: waiting.count, notes: [] })
    })
  })

test.describe('the demo', () => {
  test.use({ options: ['--demo'] })

  test('every page prints every row of its lists', async ({ page, kurs }) => {
    await holdPrinting(page)
    await kurs.openIn(page)
    const counts: Record<string, number> = {}
    for (const path of await listPages(page)) {
      await goTo(page, path)
      const screen = await page.locator('main tbody tr').count()
      const seen = await whilePrinting(page, async () => {
        if (path === '/journal' || path === '/inbox') await paperOf(page)
        const paper = await onPaper(page)
        // It ends what the printing began.
        await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
        return paper
      })
      expect({ path, rows: seen.rows }).toEqual({ path, rows: screen })
      counts[path] = seen.lines
    }
    const totals = await kurs.call<{ count: number; planned: { count: number } }>('journal/totals', { filter: {} })
    expect(counts['/journal']).toBe(Math.min(2000, totals.count + totals.planned.count))
    expect(counts['/inbox']).toBe((await kurs.call<{ count: number }>('journal/waiting')).count)
    for (const feature of ['learning', 'projects', 'certifications', 'achievements', 'people', 'obstacles'])
      expect({ feature, lines: counts[`/${feature}`] }).toEqual({
        feature,
        lines: (await kurs.call<object[]>(`${feature}/list`)).length,
      })
  })
})
