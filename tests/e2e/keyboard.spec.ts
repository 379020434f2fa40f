import type { Locator, Page } from '@playwright/test'
import { dayFromToday, startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

/** Tab until something has the focus, as a person looking for it would; fails after so many steps. */
async function tabTo(page: Page, target: Locator, limit = 60): Promise<void> {
  for (let step = 0; step < limit; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Not reached by ${limit} steps of Tab: ${target}`)
}

/** Whether a person sees where the focus is: an outline, a ring or a frame that differs from the unfocused state. */
const showsFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || focused === document.body) return false
    // The frame of a field may belong to what stands around it.
    const around: Element[] = [focused]
    for (let up = focused.parentElement; up !== null && around.length < 4; up = up.parentElement) around.push(up)
    const look = () =>
      around.map((element) => {
        for (const animation of element.getAnimations()) animation.finish()
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, top } = getComputedStyle(element)
        const outline = outlineStyle === 'none' || outlineWidth === '0px' ? '' : outlineColor
        return [outline, boxShadow, borderColor, top].join()
      })
    const withFocus = look().join()
    focused.blur()
    const without = look().join()
    focused.focus()
    return withFocus !== without
  })

for (const language of ['en', 'ru'] as const) {
  test.describe(`by keyboard alone, ${language}`, () => {
    test.use({ language })

    test('captures, sorts the inbox, edits, saves and takes back', async ({ page, kurs, words, open }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      await open('/')

      // The page's own key works wherever no field has the focus, in either layout.
      await page.keyboard.press('KeyN')
      const line = page.getByRole('textbox', { name: words.writeDown })
      await expect(line).toBeFocused()
      await page.keyboard.type('Quarterly numbers')
      await expect(page.getByText(words.goesToInbox)).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(line).toBeHidden()

      await tabTo(page, page.getByRole('navigation').getByRole('link', { name: words.inbox }))
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1, name: words.inbox })).toBeVisible()

      const kind = page.getByRole('combobox', { name: words.kindOf('Quarterly numbers') })
      await tabTo(page, kind)
      await page.keyboard.press('ArrowDown')
      const meeting = page.getByRole('option', { name: words.meeting, exact: true })
      await expect(meeting).toBeVisible()
      for (let step = 0; step < 20 && (await meeting.getAttribute('data-combobox-selected')) === null; step++)
        await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(kind).toBeHidden()

      await tabTo(page, page.getByRole('navigation').getByRole('link', { name: words.journal }))
      await page.keyboard.press('Enter')
      const row = page.getByRole('button', { name: /Quarterly numbers/ }).first()
      await tabTo(page, row)
      await page.keyboard.press('Enter')
      const panel = page.getByRole('complementary')
      await expect(panel.getByRole('heading', { name: 'Quarterly numbers' })).toBeFocused()
      await tabTo(page, panel.getByRole('button', { name: words.edit }))
      await page.keyboard.press('Enter')
      const title = panel.getByRole('textbox', { name: words.title })
      await expect(title).toBeFocused()
      await page.keyboard.press('End')
      await page.keyboard.type(' of directors')
      await tabTo(page, panel.getByRole('textbox', { name: words.minutes }))
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type('45')
      await page.keyboard.press('ControlOrMeta+Enter')
      await expect(panel.getByRole('heading', { name: 'Quarterly numbers of directors' })).toBeVisible()

      await page.keyboard.press('ControlOrMeta+KeyZ')
      await expect(panel.getByRole('heading', { name: 'Quarterly numbers', exact: true })).toBeVisible()
      await page.keyboard.press('ControlOrMeta+Shift+KeyZ')
      await expect(panel.getByRole('heading', { name: 'Quarterly numbers of directors' })).toBeVisible()

      // Escape closes the panel and the focus goes on where it was opened.
      await page.keyboard.press('Escape')
      await expect(panel).toBeHidden()
      await expect(row).toBeFocused()
    })

    test('skips to the content, finds and closes by Escape', async ({ page, kurs, words, open }) => {
      await startPlan(kurs, language)
      await kurs.call('journal/create', { fields: { title: 'Quarterly numbers', day: dayFromToday(0), minutes: 30 } })
      await kurs.call('journal/create', { fields: { title: 'Something newer', day: dayFromToday(0), minutes: 30 } })
      await kurs.signIn(page.context())
      await open('/settings')
      await page.keyboard.press('Tab')
      const skip = page.getByRole('link', { name: words.skip })
      await expect(skip).toBeFocused()
      await expect(skip).toBeInViewport({ ratio: 1 })
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)

      // What is found first is chosen already.
      await page.keyboard.press('ControlOrMeta+KeyK')
      const search = page.getByRole('dialog').getByRole('textbox', { name: words.find })
      await expect(search).toBeFocused()
      await page.keyboard.type(words.journal.slice(0, 4))
      await expect(page.getByRole('dialog').getByRole('button', { name: words.journal, exact: true })).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1, name: words.journal })).toBeVisible()

      await page.keyboard.press('ControlOrMeta+KeyK')
      await expect(search).toBeFocused()
      await page.keyboard.type('quarterly num')
      await expect(page.getByRole('dialog').getByRole('button')).toHaveCount(1)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('complementary').getByRole('heading', { name: 'Quarterly numbers' })).toBeVisible()

      // Two keys go to a page; an old address leads to its own.
      await page.goto(`${kurs.origin}/overview`)
      await expect(page).toHaveURL(/\/$/)
      await page.keyboard.press('KeyG')
      await expect(page.getByRole('status').filter({ hasText: words.journal })).toBeVisible()
      await page.keyboard.press('KeyJ')
      await expect(page.getByRole('heading', { level: 1, name: words.journal })).toBeVisible()

      for (const keys of ['ControlOrMeta+KeyK', 'KeyN', 'Shift+Slash']) {
        await page.keyboard.press(keys)
        await expect(page.getByRole('dialog')).toBeVisible()
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
      }
    })
  })
}

test('a page that was gone to by keys has the focus, whatever happens between the two keys', async ({
  page,
  kurs,
  words,
  open,
}) => {
  await startPlan(kurs, 'en')
  await kurs.call('journal/create', { fields: { title: 'Read of queues', day: dayFromToday(0), minutes: 30 } })
  await kurs.signIn(page.context())
  await open('/')
  await page.keyboard.press('KeyG')
  await expect(page.getByRole('status').filter({ hasText: words.journal })).toBeVisible()
  await kurs.call('workspace/saveSettings', { theme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.keyboard.press('KeyJ')
  await expect(page.locator('main [data-control="open"]').first()).toBeFocused()
})

/** What a keyboard sends by layout: the sign that is written, and the key by its place on QWERTY. */
const KEYBOARDS = {
  QWERTZ: { n: ['n', 'KeyN'], z: ['z', 'KeyY'], y: ['y', 'KeyZ'] },
  Dvorak: { n: ['n', 'KeyL'], z: ['z', 'Slash'], y: ['y', 'KeyT'] },
  AZERTY: { n: ['n', 'KeyN'], z: ['z', 'KeyW'], y: ['y', 'KeyY'] },
  JCUKEN: { n: ['т', 'KeyN'], z: ['я', 'KeyZ'], y: ['н', 'KeyY'] },
} as const

/** The number CDP has for Ctrl among the keys that are held. */
const CTRL = 2

for (const [layout, keys] of Object.entries(KEYBOARDS))
  test(`on a ${layout} keyboard the keys are where its letters are`, async ({ page, kurs, words, open }) => {
    await startPlan(kurs, 'en')
    await kurs.call('journal/create', { fields: { title: 'One line', day: dayFromToday(0), minutes: 30 } })
    await kurs.signIn(page.context())
    await open('/journal')
    const chromium = await page.context().newCDPSession(page)
    const press = async ([key, code]: readonly [key: string, code: string], modifiers = 0) => {
      for (const type of ['rawKeyDown', 'keyUp'] as const)
        await chromium.send('Input.dispatchKeyEvent', { type, key, code, modifiers })
    }
    const line = page.getByRole('button', { name: /One line/ })
    await expect(line).toBeVisible()

    await press(keys.z, CTRL)
    await expect(line).toBeHidden()
    await press(keys.y, CTRL)
    await expect(line).toBeVisible()
    await press(keys.n)
    await expect(page.getByRole('textbox', { name: words.writeDown })).toBeFocused()
  })

test('shows the focus on everything that can have it', async ({ page, kurs, open }) => {
  await startPlan(kurs, 'en')
  await kurs.call('journal/create', { fields: { title: 'One line', day: '2026-01-05', kind: 'study', minutes: 30 } })
  await kurs.signIn(page.context())
  for (const path of ['/', '/journal', '/learning?item=new', '/settings']) {
    await open(path)
    await page.locator('body').click({ position: { x: 1, y: 1 } })
    const hidden: string[] = []
    const seen = new Set<string>()
    for (let step = 0; step < 80; step++) {
      await page.keyboard.press('Tab')
      const where = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160) ?? '')
      if (seen.has(where)) break
      seen.add(where)
      if (!(await showsFocus(page))) hidden.push(where)
    }
    expect({ path, hidden }).toEqual({ path, hidden: [] })
    expect(seen.size).toBeGreaterThan(15)
  }
})
