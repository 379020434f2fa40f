import { findViolations } from './support/axe.ts'
import { panelOf, saveForm } from './support/forms.ts'
import { findLost } from './support/layout.ts'
import { settle } from './support/pages.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

const year = (day: string) => day.slice(0, 4)
const LATELY = dayFromToday(-10)
const EARLIER = dayFromToday(-800)

test.use({ language: 'ru' })

test.beforeEach(async ({ kurs, page }) => {
  await startPlan(kurs, 'ru', 400)
  await kurs.signIn(page.context())
})

test('the form says what is still open and saves without it', async ({ page, open }) => {
  await open('/achievements?item=new')
  const panel = panelOf(page)
  const point = (name: string) => panel.getByRole('listitem').filter({ hasText: name })
  await panel.getByLabel('Что достигнуто').fill('Ускорили поставку')
  await panel.getByLabel('Результат', { exact: true }).fill('Срок поставки стал 25')
  await expect(point('Число с единицей')).toContainText('число чего?')
  await panel.getByLabel('Результат', { exact: true }).fill('Срок поставки — с 40 до 25 дней')
  await expect(point('Число с единицей')).toHaveText(/^Число с единицей/)
  await expect(point('Кто подтвердит')).toContainText('свяжите ниже')
  await panel.getByLabel('Действие', { exact: true }).fill('Перестроил конвейер сборки')
  await expect(point('Ваш личный вклад')).toContainText('есть: ')
  await saveForm(page, 'Сохранить', 'Ускорили поставку')
})

test('achievements are copied, seen by year, by stage and by influence, and the choice is kept', async ({
  page,
  kurs,
  open,
  guard,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const pasted = () => page.evaluate(() => navigator.clipboard.readText())
  const make = (fields: object) => kurs.call<{ uid: string }>('achievements/create', { fields })
  await make({ title: 'Запуск', day: EARLIER, scope: 'project', result: 'Вышли в срок' })
  await make({ title: 'Слияние', day: LATELY, scope: 'company', peopleLed: 42, tags: ['своё'] })
  await make({ title: 'Найм', day: dayFromToday(-20), scope: 'project', peopleLed: 12 })
  await open('/achievements')

  await test.step('copied from the list and from the panel', async () => {
    await page.getByRole('button', { name: 'Запуск', exact: true }).focus()
    await page.keyboard.press('ControlOrMeta+KeyA')
    await page.getByRole('toolbar').getByRole('button', { name: 'Копировать как Markdown' }).click()
    await expect(page.getByText('Скопировано как Markdown: 3 достижения')).toBeVisible()
    expect((await pasted()).match(/^## .*$/gm)).toHaveLength(3)
    await page.getByRole('button', { name: 'Снять выделение' }).click()
    await page.getByRole('button', { name: 'Слияние', exact: true }).click()
    await panelOf(page).getByRole('button', { name: 'Копировать как Markdown' }).click()
    await expect(page.getByText('Скопировано как Markdown: 1 достижение')).toBeVisible()
    expect(await pasted()).toMatch(/^## Слияние\n/)
    expect(await pasted()).not.toContain('своё')
    await page.keyboard.press('Escape')
  })

  await test.step('by year, by keys', async () => {
    await page.getByText('По годам').click()
    const columns = page.getByRole('group', { name: 'Достижения: По годам' }).getByRole('region')
    await expect(columns).toHaveCount(2)
    await expect(columns.first()).toHaveAccessibleName(year(LATELY))
    await columns.first().getByRole('button', { name: 'Слияние' }).focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('button', { name: 'Найм' })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('button', { name: 'Запуск' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(panelOf(page).getByRole('heading', { name: 'Запуск' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Запуск' })).toBeFocused()
  })

  await test.step('a card has the actions of a row', async () => {
    await page.keyboard.press('Shift+F10')
    await expect(page.getByRole('menu').getByRole('menuitem').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Запуск' })).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(page.getByRole('button', { name: 'Запуск' })).toBeHidden()
    await page.keyboard.press('ControlOrMeta+KeyZ')
    await expect(page.getByRole('button', { name: 'Запуск' })).toBeVisible()
  })

  await test.step('by stage, kept over a reload', async () => {
    await page.getByText('По этапам').click()
    await expect(page.getByRole('region', { name: 'До плана' }).locator('[data-control="open"]')).toHaveText(['Запуск'])
    await page.reload()
    await settle(page)
    await expect(page.getByRole('region', { name: 'До плана' }).locator('[data-control="open"]')).toHaveText(['Запуск'])
  })

  await test.step('another window follows', async () => {
    const other = await context.newPage()
    await open('/achievements', other)
    await other.getByText('По годам').click()
    await expect(page.getByRole('radio', { name: 'По годам' })).toBeChecked()
    await other.close()
  })

  await test.step('influence opens down to its achievements', async () => {
    await page.getByText('Масштаб', { exact: true }).click()
    await expect(page.getByText(/^Шире одного проекта/)).toBeVisible()
    await page.getByLabel('Фильтр', { exact: true }).fill('Найм')
    await expect(page.getByRole('button', { name: `Всего, ${year(LATELY)}: 1` })).toBeVisible()
    await expect(page.getByText(/^Шире одного проекта/)).toBeHidden()
    await page.getByLabel('Фильтр', { exact: true }).fill('')
    await page.getByRole('button', { name: `Всего, ${year(LATELY)}: 2` }).focus()
    for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
    await expect(page.getByRole('button', { name: `Компания, ${year(LATELY)}: 1` })).toBeFocused()
    await page
      .getByRole('region', { name: `Компания, ${year(LATELY)}` })
      .getByRole('button', { name: 'Слияние' })
      .click()
    await expect(panelOf(page).getByRole('heading', { name: 'Слияние' })).toBeVisible()
  })

  await test.step('nothing is lost in little room', async () => {
    for (const look of ['Масштаб', 'По годам', 'По этапам'])
      for (const size of [
        { width: 1024, height: 700 },
        { width: 512, height: 700 },
      ]) {
        await page.setViewportSize(size)
        await page.getByText(look, { exact: true }).first().click()
        await settle(page)
        expect([look, size.width, ...(await findLost(page))]).toEqual([look, size.width])
        expect(await findViolations(page, look)).toEqual([])
      }
  })

  await test.step('a choice that is not saved goes back', async () => {
    guard.allow(/workspace\/saveSettings|status of 500/)
    await page.route('**/workspace/saveSettings', (route) => route.fulfill({ status: 500, body: '' }))
    await page.getByText('По годам').click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByRole('radio', { name: 'По этапам' })).toBeChecked()
  })
})
