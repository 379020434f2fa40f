import { dayFromToday, startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

/** How a text may come out of a web page, a PDF or a Mac, and how it is typed. */
const PAIRS = [
  ['Ар\u00adхи\u00adтек\u00adтура об\u200bла\u200dка', 'архитектура облака'],
  ['ﬁnance ＲＯＩ', 'finance roi'],
  ['Андреи\u0306 Корольков', 'андрей'],
] as const

test('signs nobody sees keep nothing from being found, filtered, named or meant', async ({
  page,
  kurs,
  words,
  open,
}) => {
  await startPlan(kurs, 'en')
  const [first, second, third] = PAIRS
  await kurs.call('learning/create', { fields: { title: first[0] } })
  await kurs.call('learning/create', { fields: { title: second[0] } })
  const { uid: andrey } = await kurs.call<{ uid: string }>('people/create', { fields: { name: third[0] } })
  await kurs.signIn(page.context())
  const item = (title: string) => page.getByRole('main').getByRole('button', { name: title })

  await open('/learning')
  for (const [stored, asked] of [first, second, [first[1], first[0]], [second[1], second[0]]]) {
    await page.getByRole('textbox', { name: 'Filter' }).fill(asked)
    await expect(page.getByRole('main').locator('[data-uid]')).toHaveCount(1)
    if (stored === first[0] || stored === second[0]) await expect(item(stored)).toBeVisible()
  }

  for (const [stored, asked] of PAIRS)
    for (const text of [asked, stored]) {
      await page.keyboard.press('ControlOrMeta+KeyK')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill(text)
      await expect(dialog.getByRole('button').filter({ hasText: stored }).locator('mark').first()).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }

  await open('/journal')
  await page.keyboard.press('KeyN')
  await page.getByRole('textbox', { name: words.writeDown }).fill('Talk 1h \u200e@Анд\u00adреи\u0306 #нов\u200bое')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: words.writeDown })).toBeHidden()
  const { lines } = await kurs.call<{ lines: object[] }>('journal/page', { filter: {}, limit: 5 })
  expect(lines).toMatchObject([{ links: [andrey], tags: ['новое'], day: dayFromToday(0) }])
})
