import type { Page } from '@playwright/test'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

interface Line {
  title: string
  kind: string | null
  minutes: number
  inbox: boolean
  refs: { uid: string; title: unknown }[]
}

/** Presses and counts: letters of the lines themselves are typed beside it. */
function countKeys(page: Page) {
  let count = 0
  return {
    press: async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
      count += keys.length
    },
    taken: () => count,
  }
}

for (const language of ['en', 'ru'] as const)
  test.describe(`capture by keyboard alone, ${language}`, () => {
    test.use({ language })

    test('suggests, links, repeats and logs for the open item', async ({ page, kurs, open, words }) => {
      await startPlan(kurs, language)
      const ivan = await kurs.call<{ uid: string }>('people/create', { fields: { name: 'Иван Петров', role: 'peer' } })
      const project = await kurs.call<{ uid: string }>('projects/create', { fields: { title: 'Billing core' } })
      const book = await kurs.call<{ uid: string }>('learning/create', {
        fields: { title: 'Team Topologies', kind: 'book' },
      })
      await kurs.signIn(page.context())
      await open('/journal')
      const keys = countKeys(page)
      const dialog = page.getByRole('dialog')
      const newest = async () => (await kurs.call<{ lines: Line[] }>('journal/page', { filter: {}, limit: 9 })).lines
      const uids = (line: Line | undefined) => (line?.refs ?? []).map(({ uid }) => uid)

      // Three marks of a few letters each, taken by Enter and Tab; Escape closes the list alone.
      await keys.press('KeyN')
      const line = page.getByRole('textbox', { name: words.writeDown })
      await expect(line).toBeFocused()
      await page.keyboard.type('разбор 1ч #архи')
      const options = page.getByRole('option')
      await expect(options.first()).toHaveAttribute('aria-selected', 'true')
      const field = page.getByRole('combobox', { name: words.writeDown, expanded: true })
      await expect(field).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '')
      await keys.press('Enter')
      await page.keyboard.type('@Пет')
      await expect(options).toHaveCount(1)
      await keys.press('Tab')
      await page.keyboard.type('+bil')
      await expect(options).toHaveCount(1)
      await keys.press('Escape')
      await expect(options).toHaveCount(0)
      await expect(dialog).toBeVisible()
      await page.keyboard.type('l')
      await expect(options).toHaveCount(0)
      await keys.press('Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace')
      await page.keyboard.type('+bil')
      await keys.press('Enter')
      await expect(line).toHaveValue(/^разбор 1ч #\S+ @"Иван Петров" \+"Billing core" $/)
      await expect(dialog.getByText('Billing core', { exact: true })).toBeVisible()
      await keys.press('Enter')
      await expect(dialog).toBeHidden()
      const [first] = await newest()
      expect(first).toMatchObject({ title: 'разбор Billing core', minutes: 60, inbox: false })
      expect(uids(first)).toEqual(expect.arrayContaining([ivan.uid, project.uid]))
      expect(first?.refs).toHaveLength(3)

      // An exact title is linked, unless that is taken away by one click.
      await keys.press('KeyN')
      await page.keyboard.type('Team Topologies ch 2')
      const away = dialog.getByRole('button', { name: /Team Topologies/ })
      await away.click()
      await expect(away).toBeHidden()
      await expect(line).toBeFocused()
      await keys.press('Shift+Enter')
      await expect(line).toHaveValue('')
      await page.keyboard.type('Team Topologies 45m')
      await expect(away).toBeVisible()
      await keys.press('Enter')
      await expect(dialog).toBeHidden()
      expect((await newest()).slice(0, 2).map(uids)).toEqual([[book.uid], []])

      // The line before in three presses, the one before that in one more.
      const before = keys.taken()
      await keys.press('KeyN', 'ArrowUp', 'Enter')
      expect(keys.taken() - before).toBe(3)
      await expect.poll(async () => (await newest()).length).toBe(4)
      await expect(dialog).toBeHidden()
      await keys.press('KeyN', 'ArrowUp', 'ArrowUp', 'ArrowUp')
      await expect(line).toHaveValue(/^разбор Billing core 1/)
      await keys.press('Enter')
      await expect(dialog).toBeHidden()
      const [again, repeated] = await newest()
      expect(repeated).toMatchObject({ title: 'Team Topologies', minutes: 45 })
      expect(uids(repeated)).toEqual([book.uid])
      expect(again).toMatchObject({ title: 'разбор Billing core', kind: first?.kind, minutes: 60 })
      expect(uids(again).sort()).toEqual(uids(first).sort())

      // With an item open the line is about it, also after a reload.
      await open(`/projects?item=${project.uid}`)
      await expect(page.getByRole('complementary').getByRole('heading', { name: 'Billing core' })).toBeVisible()
      await keys.press('KeyN')
      await expect(dialog.getByRole('button', { name: /Billing core/ })).toBeVisible()
      await page.keyboard.type('standup 15m')
      await page.waitForTimeout(1000)
      await page.reload()
      await open('/journal')
      await keys.press('KeyN')
      await expect(line).toHaveValue('standup 15m')
      await expect(dialog.getByRole('button', { name: /Billing core/ })).toBeVisible()
      await keys.press('Enter')
      await expect(dialog).toBeHidden()
      expect(uids((await newest()).find(({ title }) => title === 'standup'))).toEqual([project.uid])
    })
  })
