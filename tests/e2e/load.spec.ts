import type { Page } from '@playwright/test'
import { panelOf } from './support/forms.ts'
import { dayFromToday, startPlan, typed } from './support/seed.ts'
import { expect, test } from './support/test.ts'

/** What stands on the screen, in each language. */
const TEXTS = {
  en: {
    asked: /^You have not looked at last week yet/,
    last: /^Last week,/,
    parts: ['Operations', 'Learning', 'Strategy'],
    choices: ['None', 'A little', 'Some', 'Much', 'Most'],
    saved: /^Saved\. Operations 60%, Learning 20%, Strategy 20%/,
    shares: 'Operations 60%, Learning 20%, Strategy 20%',
    changed: 'Operations 80%, Learning 20%, Strategy 0%',
    before: 'As the week before: 80 / 20 / 0%',
    failed: 'Failed',
    freed: 'Freed by delegation per week',
    row: 'Looked at 3 of the last 5 weeks.',
    save: 'Save',
    undo: 'Undo',
    fresh: 'New week',
    week: /^Week/,
    operations: 'Operations, %',
    taken: 'This week has its entry already.',
    refused: 'This week has its entry already. Open it to change it.',
    openIt: 'Open it',
    notes: 'Notes',
    conflict: 'Changed in another window too',
    both: /^Both/,
    early: 'A trend needs 4 of the last 8 weeks; 3 looked at so far.',
  },
  ru: {
    asked: /^Итогов прошлой недели ещё нет/,
    last: /^Прошлая,/,
    parts: ['Операционка', 'Обучение', 'Стратегия'],
    choices: ['Нет', 'Немного', 'Заметно', 'Много', 'Основное'],
    saved: /^Сохранено\. Операционка 60\s%, Обучение 20\s%, Стратегия 20\s%/,
    shares: 'Операционка 60\u00a0%, Обучение 20\u00a0%, Стратегия 20\u00a0%',
    changed: 'Операционка 80\u00a0%, Обучение 20\u00a0%, Стратегия 0\u00a0%',
    before: 'Как неделей раньше: 80 / 20 / 0\u00a0%',
    failed: 'Не получилось',
    freed: 'Освободило делегирование в неделю',
    row: 'Итоги подведены за 3 из последних 5 недель.',
    save: 'Сохранить',
    undo: 'Отменить',
    fresh: 'Новая неделя',
    week: /^Неделя/,
    operations: 'Операционка, %',
    taken: 'Итоги этой недели уже есть.',
    refused: 'Итоги этой недели уже есть. Откройте их, чтобы изменить.',
    openIt: 'Открыть их',
    notes: 'Заметки',
    conflict: 'Это изменили и в другом окне',
    both: /^Оба/,
    early: 'Для тренда нужны итоги 4 из последних 8 недель, пока их 3.',
  },
} as const

const choose = (page: Page, part: string, choice: string) =>
  page.getByRole('radiogroup', { name: part }).getByRole('radio', { name: choice, exact: true }).click()

for (const language of ['en', 'ru'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('weeks are looked at in three clicks, taken back, repeated, and listed with their hours', async ({
      page,
      kurs,
      open,
      guard,
    }) => {
      guard.allow(/409 \(Conflict\) \S+\/rpc\/load\/(create|update)$/)
      const texts = TEXTS[language]
      await startPlan(kurs, language, 60)
      // A week before the last one, so that the last one is asked for.
      await kurs.call('load/create', { fields: { week: dayFromToday(-28), operations: 100 } })
      await kurs.call('journal/create', {
        fields: { title: 'Book', day: dayFromToday(-7), minutes: 90, kind: 'reading' },
      })
      await kurs.signIn(page.context())
      await open('/week')
      const section = page.locator('#load')
      await expect(section.getByText(texts.asked)).toBeVisible()
      const answered = section.locator('[aria-labelledby^="load-"] > [role="radio"][aria-checked="true"]')
      const bar = (name: string) => section.getByRole('img', { name, exact: true })

      await test.step('three clicks, and undo', async () => {
        for (const [index, choice] of [3, 1, 1].entries())
          await choose(page, texts.parts[index] ?? '', texts.choices[choice] ?? '')
        await expect(page.getByText(texts.saved)).toBeVisible()
        await expect(bar(texts.shares)).toBeVisible()
        await expect(section.getByText(texts.asked)).toHaveCount(0)
        await page.getByRole('button', { name: texts.undo, exact: true }).click()
        await expect(bar(texts.shares)).toHaveCount(0)
        await expect(answered).toHaveCount(0)
      })

      await test.step('what was answered is there after the page was left', async () => {
        await choose(page, texts.parts[0], texts.choices[3])
        await page.reload()
        await expect(answered).toHaveText([texts.choices[3]])
        await page.locator('h1').click()
        await page.keyboard.press('1')
        await page.keyboard.press('1')
        await expect(bar(texts.shares)).toBeVisible()
        await page.getByRole('button', { name: texts.undo, exact: true }).click()
        await expect(answered).toHaveCount(0)
      })

      await test.step('three keys, changed later by one click', async () => {
        for (const key of ['3', '1', '1']) await page.keyboard.press(key)
        await expect(bar(texts.shares)).toBeVisible()
        await expect(answered).toHaveCount(3)
        await expect(answered.nth(2)).toBeFocused()
        await choose(page, texts.parts[2], texts.choices[0])
        await choose(page, texts.parts[0], texts.choices[4])
        await expect(bar(texts.changed)).toBeVisible()
      })

      await test.step('what more there is to say', async () => {
        await section.getByText(texts.failed, { exact: true }).click()
        await section.getByLabel(texts.freed).fill('1.5')
        await section.getByRole('button', { name: texts.save, exact: true }).click()
        await expect(async () => {
          const all = (await kurs.call('load/list', {})) as { freedMinutes: number | null; outcome: string | null }[]
          expect(all.map(({ freedMinutes, outcome }) => [freedMinutes, outcome])).toContainEqual([90, 'failed'])
        }).toPass()
        await expect(section.getByRole('button', { name: texts.save, exact: true })).toBeFocused()
      })

      await test.step('a note that was changed elsewhere too is asked about', async () => {
        const entryOf = async () => {
          const all = (await kurs.call('load/list', {})) as { uid: string; outcome: string | null; notes: string }[]
          return all.find(({ outcome }) => outcome === 'failed')
        }
        await section.getByLabel(texts.notes).fill('Here')
        await kurs.call('load/update', { uid: (await entryOf())?.uid, patch: { notes: 'There' } })
        await section.getByRole('button', { name: texts.save, exact: true }).click()
        await expect(section.getByText(texts.conflict)).toBeVisible()
        expect((await entryOf())?.notes).toBe('There')
        await section.getByRole('radio', { name: texts.both }).click()
        await section.getByRole('button', { name: texts.save, exact: true }).click()
        await expect(section.getByText(texts.conflict)).toHaveCount(0)
        await expect.poll(async () => (await entryOf())?.notes).toMatch(/Here[\s\S]*There|There[\s\S]*Here/)
      })

      await test.step('the present week as the one before, by Enter, pressed twice', async () => {
        await page.reload()
        await section.getByRole('button', { name: texts.before }).focus()
        await page.keyboard.press('Enter')
        await expect(bar(texts.changed)).toBeVisible()
        await expect(answered.first()).toBeFocused()
        await page.keyboard.press('Enter')
        await expect(bar(texts.changed)).toBeVisible()
        await expect(section.getByText(texts.row)).toBeVisible()
      })

      await test.step('the page Load: weeks, hours that open their entries, a trend that waits', async () => {
        await page.locator('h1').click()
        await page.keyboard.press('KeyG')
        await page.keyboard.press('KeyU')
        await expect(page).toHaveURL(/\/load/)
        await expect(page.getByText(texts.early)).toBeVisible()
        const rows = page.locator('main tbody tr[data-row]')
        await expect(rows).toHaveCount(3)
        await expect(rows.nth(1)).toContainText('80 / 20 / 0')
        await expect(rows.nth(1)).toContainText(texts.failed)
        await rows.nth(1).getByRole('link').click()
        await expect(page).toHaveURL(/\/journal\?.*from=/)
        await expect(page.getByText('Book')).toBeVisible()
        await page.goBack()
      })

      await test.step('a second entry of a week is refused in words, with the way to the first', async () => {
        await page.getByRole('button', { name: texts.fresh }).click()
        const panel = panelOf(page)
        await panel
          .getByLabel(texts.week)
          .first()
          .fill(typed(dayFromToday(-7)))
        await panel.getByLabel(texts.operations).fill('100')
        await expect(panel.getByText(texts.taken)).toBeVisible()
        await panel.getByRole('button', { name: texts.save, exact: true }).click()
        await expect(page.getByText(texts.refused)).toBeVisible()
        await panel.getByRole('button', { name: texts.openIt }).click()
        await expect(panel.getByText(texts.failed).first()).toBeVisible()
        const all = (await kurs.call('load/list', {})) as unknown[]
        expect(all).toHaveLength(3)
      })
    })
  })

test.describe('what nobody changed', () => {
  test.use({ language: 'en' })

  test('exact percents stay when their answers are pressed, and the pace is what was typed', async ({
    page,
    kurs,
    open,
  }) => {
    await startPlan(kurs, 'en', 60)
    await kurs.call('load/create', { fields: { week: dayFromToday(-7), operations: 100 } })
    await kurs.call('load/create', { fields: { week: dayFromToday(0), operations: 63, learning: 27, strategy: 10 } })
    await kurs.signIn(page.context())
    await open('/week')
    const section = page.locator('#load')
    const exact = section.getByRole('img', { name: 'Operations 63%, Learning 27%, Strategy 10%' })
    await expect(exact).toBeVisible()
    await expect(section.getByText(/^The percentages were entered exactly/)).toBeVisible()
    const answered = section.locator('[aria-labelledby^="load-"] > [role="radio"][aria-checked="true"]')
    for (const index of [0, 1, 2]) await answered.nth(index).click()
    await section.getByRole('radio', { name: 'Failed' }).click()
    await expect(section.getByRole('radio', { name: 'Failed' })).toBeChecked()
    await expect(exact).toBeVisible()

    const pace = async () =>
      ((await kurs.call('workspace/info', {})) as { settings: { weekMinutes: number | null } }).settings.weekMinutes
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    const field = page.getByLabel('Hours a week for growth')
    await field.fill('1h 30m')
    await field.press('Enter')
    await expect.poll(pace).toBe(90)
    await kurs.call('workspace/saveSettings', { weekMinutes: 300 })
    await expect(field).toHaveValue('5 h')
    await field.focus()
    await field.blur()
    await field.fill('2')
    await page.goBack()
    await expect.poll(pace).toBe(120)
  })
})
