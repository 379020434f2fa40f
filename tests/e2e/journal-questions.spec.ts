import type { Page } from '@playwright/test'
import { panelOf } from './support/forms.ts'
import { settle } from './support/pages.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test.use({ language: 'ru' })

const LAST_YEAR = `${Number(dayFromToday(0).slice(0, 4)) - 1}-06-10`

const rows = (page: Page) => page.getByRole('list', { name: 'Журнал', exact: true }).locator('[data-uid]')
const lead = (page: Page) => page.locator('main header')
const condition = (page: Page, name: string) => page.getByRole('button', { name: `Убрать условие: ${name}` })

test('the journal answers what a figure is made of, and its lines are changed together', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'ru')
  const { uid: skill } = await kurs.call<{ uid: string }>('skills/create', {
    fields: { title: 'Ремесло облаков', area: 'technical' },
  })
  const line = (title: string, day: string, minutes: number, more: object) =>
    kurs.call('journal/create', { fields: { title, day, minutes, kind: 'study', ...more } })
  await line('Облачный курс', LAST_YEAR, 120, { links: [skill] })
  await line('Облачная книга', LAST_YEAR, 60, { links: [skill], kind: 'reading' })
  await line('Схема сети', LAST_YEAR, 30, { tags: ['архитектура'] })
  await line('Облачный экзамен', dayFromToday(0), 45, { links: [skill] })
  await kurs.signIn(page.context())

  // How much did I study for cloud last year: two choices, and the sum says of what it is.
  await open('/journal')
  await page.getByRole('button', { name: 'О чём' }).click()
  await page.keyboard.type('ремесло')
  await page.getByRole('option', { name: /Ремесло облаков/ }).click()
  await page.getByRole('button', { name: 'Период' }).click()
  await page.getByRole('menuitem', { name: 'Прошлый год' }).click()
  await expect(lead(page)).toContainText('2 записи, 3 ч')
  await expect(page.getByRole('list', { name: 'Часы по видам' })).toContainText('Учёба 2 ч')
  await page.reload()
  await settle(page)
  await expect(lead(page)).toContainText('2 записи, 3 ч')
  await rows(page).first().click()
  await expect(panelOf(page)).toBeVisible()
  await page.goBack()
  await expect(condition(page, 'Ремесло облаков')).toBeVisible()
  await expect(rows(page)).toHaveCount(2)

  // What does not fit together says so; a copied address with a Russian tag is understood.
  await open('/journal?tag=архитектура&kinds=meeting')
  await page.getByRole('button', { name: 'Показать весь журнал' }).last().click()
  await expect(rows(page)).toHaveCount(4)
  await open('/journal?tag=архитектура')
  await expect(lead(page)).toContainText('1 запись, 0,5 ч')
  await condition(page, '#архитектура').click()
  await expect(rows(page)).toHaveCount(4)

  // A day of the overview opens its lines, by keys, and "Back" leads back.
  await open('/')
  const today = page.locator(`[data-day="${dayFromToday(0)}"]`)
  await today.focus()
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveText([/Облачный экзамен/])
  await page.goBack()
  await expect(today).toBeVisible()

  // A range of lines is given another kind and a link, each as one step.
  await open('/journal?q=облачн')
  await expect(rows(page)).toHaveCount(3)
  await rows(page).first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('toolbar', { name: 'Выделено: 2' })
  await bar.getByRole('button', { name: 'Вид' }).click()
  await page.getByRole('menuitem', { name: 'Практика' }).click()
  await expect(page.getByText('Изменены 2 записи')).toBeVisible()
  await expect(rows(page).filter({ hasText: 'Практика' })).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(rows(page).filter({ hasText: 'Практика' })).toHaveCount(0)

  await rows(page).first().focus()
  await page.keyboard.press('ControlOrMeta+KeyA')
  await expect(page.getByRole('toolbar', { name: 'Выделено: 3' })).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.getByText('Под эти условия ничего не подходит')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(rows(page)).toHaveCount(3)
})
