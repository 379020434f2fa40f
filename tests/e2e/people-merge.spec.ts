import { panelOf } from './support/forms.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { holdRequests } from './support/slow.ts'
import { expect, test } from './support/test.ts'

test.use({ language: 'ru' })

test('two entries of one person become one, and two again', async ({ page, kurs, open }) => {
  await startPlan(kurs, 'ru')
  await kurs.signIn(page.context())
  const make = (name: string, position: string) =>
    kurs.call<{ uid: string }>('people/create', { fields: { name, position } })
  const ivan = await make('Иван Петров', 'CTO')
  const vanya = await make('Ваня', 'Архитектор')
  const fields = { title: 'Кофе', day: dayFromToday(0), minutes: 30, links: [vanya.uid] }
  await kurs.call('journal/create', { fields })

  const letGo = await holdRequests(page, '**/rpc/journal/page')
  await open(`/people?item=${vanya.uid}`)
  const panel = panelOf(page)
  const merge = panel.getByRole('button', { name: 'Это один и тот же человек…' })
  const place = await merge.boundingBox()
  expect(place).not.toBeNull()
  letGo()
  await expect(panel.getByRole('button', { name: /Кофе/ })).toBeVisible()
  // What comes late moves nothing that may be about to be clicked.
  expect(await merge.boundingBox()).toEqual(place)
  await merge.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('ив')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('radio', { name: 'Иван Петров' }).check()
  await dialog.getByRole('button', { name: 'Объединить' }).click()
  await expect(dialog).toBeHidden()

  await expect(panel.getByRole('heading', { name: 'Иван Петров' })).toBeVisible()
  await expect(panel.getByText('Ваня, Архитектор')).toBeVisible()
  await expect(panel.getByRole('button', { name: /Кофе/ })).toBeVisible()
  expect(await kurs.call('journal/totals', { filter: { about: ivan.uid } })).toMatchObject({ count: 1, minutes: 30 })
  await page.getByRole('button', { name: 'Отменить' }).click()
  await expect.poll(async () => (await kurs.call<unknown[]>('people/list')).length).toBe(2)
  expect(await kurs.call('journal/totals', { filter: { about: vanya.uid } })).toMatchObject({ count: 1 })
})
