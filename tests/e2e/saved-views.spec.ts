import type { Page } from '@playwright/test'
import { goTo, rows, settle } from './support/pages.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

const menuButton = (page: Page) => page.getByRole('button', { name: /^(Saved views|Сохранённые фильтры)/ })
const viewItem = (page: Page, name: string) => page.getByRole('menuitemcheckbox', { name, exact: true })

test.describe('a view of a list', () => {
  test.use({ language: 'en' })

  test('is kept under a name, opened after a reload, renamed, replaced, removed and brought back', async ({
    page,
    kurs,
    open,
  }) => {
    await startPlan(kurs, 'en')
    for (const [title, status] of Object.entries({ Alpha: 'planned', Bravo: 'done', Charlie: 'done' }))
      await kurs.call('learning/create', { fields: { title, kind: 'book', status, provider: 'Press' } })
    await kurs.signIn(page.context())
    await open('/learning?q=press&show=done&sort=-name')
    await expect(rows(page)).toHaveText(['Charlie', 'Bravo'])

    // The name that is proposed says what is filtered; Enter takes it.
    await menuButton(page).click()
    await page.getByRole('menuitem', { name: 'Save this view…' }).click()
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Done, press')
    await page.keyboard.press('Enter')
    await expect(page.getByText('View saved: Done, press')).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(menuButton(page)).toBeFocused()
    await expect(menuButton(page)).toHaveAccessibleName('Saved views: Done, press')

    await open('/learning')
    await page.reload()
    await settle(page)
    await expect(rows(page)).toHaveCount(3)
    await menuButton(page).click()
    await expect(viewItem(page, 'Done, press')).toHaveAttribute('aria-checked', 'false')
    await viewItem(page, 'Done, press').click()
    await expect(page).toHaveURL(/\/learning\?.*sort=-name/)
    await expect(rows(page)).toHaveText(['Charlie', 'Bravo'])
    await expect(page.getByRole('textbox', { name: 'Filter' })).toHaveValue('press')
    await menuButton(page).click()
    await expect(viewItem(page, 'Done, press')).toHaveAttribute('aria-checked', 'true')
    await page.keyboard.press('Escape')
    await page.goBack()
    await expect(rows(page)).toHaveCount(3)

    // Another filter takes its place, under another name.
    await page.getByRole('textbox', { name: 'Filter' }).fill('alpha')
    await expect(page).toHaveURL(/q=alpha/)
    await menuButton(page).click()
    await page.getByRole('menuitem', { name: 'Change saved views…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Rename: Done, press' }).click()
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: 'Rename: Done, press' }).click()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Books')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Replace with what is shown now: Books' }).click()
    await expect(dialog.getByRole('button', { name: 'Books', exact: true })).toHaveAttribute('aria-current', 'true')
    expect((await kurs.call<{ title: string; query: object }[]>('savedViews/list'))[0]).toMatchObject({
      title: 'Books',
      query: { q: 'alpha' },
    })

    await dialog.getByRole('button', { name: 'Delete: Books' }).click()
    await expect(dialog.getByRole('button', { name: 'Books', exact: true })).toHaveCount(0)
    await page.getByRole('alert').filter({ hasText: 'Deleted: Books' }).getByRole('button', { name: 'Undo' }).click()
    await dialog.getByRole('button', { name: 'Books', exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await expect(menuButton(page)).toHaveAccessibleName('Saved views: Books')

    // Two of one name would not be told apart.
    await page.getByRole('textbox', { name: 'Filter' }).fill('bravo')
    await expect(page).toHaveURL(/q=bravo/)
    await menuButton(page).click()
    await page.getByRole('menuitem', { name: 'Save this view…' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Books')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This list already has a view of that name.')).toBeVisible()
  })
})

test.describe('a view of the journal', () => {
  test.use({ language: 'ru' })

  test('moves with today, is found in the palette, and says what is gone', async ({ page, kurs, open }) => {
    await startPlan(kurs, 'ru')
    const { uid: person } = await kurs.call<{ uid: string }>('people/create', { fields: { name: 'Вера Белова' } })
    const line = (title: string, day: string) =>
      kurs.call('journal/create', { fields: { title, day, minutes: 30, kind: 'study', links: [person] } })
    await line('Разбор архитектуры', dayFromToday(0))
    await line('Давний разбор', dayFromToday(-400))
    await kurs.signIn(page.context())
    await open(`/journal?about=${person}`)
    await expect(rows(page)).toHaveCount(2)
    await page.getByRole('button', { name: 'Период' }).click()
    await page.getByRole('menuitem', { name: 'Этот месяц' }).click()
    await expect(rows(page)).toHaveCount(1)
    await expect(page).toHaveURL(/period=month/)

    await menuButton(page).click()
    await page.getByRole('menuitem', { name: 'Сохранить фильтр…' }).click()
    await expect(page.getByText('Период отсчитывается от того дня, когда фильтр открыт: «Этот месяц».')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Название' })).toHaveValue('Вера Белова, этот месяц')
    await page.getByRole('textbox', { name: 'Название' }).fill('Встречи с ментором')
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)

    await goTo(page, '/people')
    await page.keyboard.press('ControlOrMeta+KeyK')
    await page.getByRole('dialog').getByRole('textbox').fill('ментора')
    await expect(page.getByRole('button', { name: /Встречи с ментором.*Сохранённый фильтр/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/journal\?.*period=month/)
    await expect(rows(page)).toHaveText([/Разбор архитектуры/])
    // The way there is no step of its own.
    await page.goBack()
    await expect(page).toHaveURL(/\/people$/)
    await page.goForward()

    await kurs.call('people/remove', { uid: person })
    await expect(page.getByRole('button', { name: 'Убрать условие: удалённое' })).toBeVisible()
    await expect(page.getByText('Под эти условия ничего не подходит')).toBeVisible()
    const [view] = await kurs.call<{ uid: string }[]>('savedViews/list')
    await kurs.call('savedViews/remove', { uid: view?.uid })
    await expect(menuButton(page)).toHaveAccessibleName('Сохранённые фильтры')
    await open(`/saved-views?item=${view?.uid}`)
    await expect(page.getByRole('heading', { name: 'Такого фильтра больше нет' })).toBeVisible()
    await page.getByRole('link', { name: 'Открыть историю' }).click()
    await page.getByRole('button', { name: 'Вернуть: «Встречи с ментором»' }).click()
    await expect(page.getByText('Возвращено: «Встречи с ментором»')).toBeVisible()
  })
})
