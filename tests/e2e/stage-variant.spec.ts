import { expect, test } from './support/test.ts'

const WORDS = {
  en: {
    variant: /^Systems analyst/,
    other: /^Tech lead/,
    begin: 'Make my plan',
    stage: /Tech lead or systems analyst/,
    line: 'Variant of this stage: Systems analyst.',
    otherLine: 'Variant of this stage: Tech lead.',
    gone: 'Milestone: Bring an integration of two systems live',
    comes: 'Milestone: Review 60 pull requests',
    do: 'Change the variant',
  },
  ru: {
    variant: /^Системный аналитик/,
    other: /^Техлид/,
    begin: 'Составить мой план',
    stage: /Техлид или системный аналитик/,
    line: 'Вариант этапа: Системный аналитик.',
    otherLine: 'Вариант этапа: Техлид.',
    gone: 'Веха: Запустить интеграцию двух систем',
    comes: 'Веха: Провести ревью 60 пул-реквестов',
    do: 'Сменить вариант',
  },
}

for (const language of ['en', 'ru'] as const) {
  const words = WORDS[language]

  test.describe(`a variant of a stage, ${language}`, () => {
    test.use({ language })

    test('is chosen on the first evening, changed after a look at what that does, and taken back', async ({
      page,
      kurs,
      open,
    }) => {
      await kurs.openIn(page)
      await expect(page.getByRole('radio', { name: words.other })).toBeChecked()
      await page.getByRole('radio', { name: words.variant }).check()
      await page.getByRole('button', { name: words.begin }).click()
      await expect(page.getByRole('navigation')).toBeVisible()
      const { stages } = (await kurs.call('plan/get', {})) as { stages: { uid: string }[] }
      await open(`/plan?item=${stages[1]?.uid}`)
      await expect(page.getByText(words.line)).toBeVisible()
      await page.getByRole('button', { name: words.do }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: words.other }).check()
      await expect(dialog.getByRole('listitem').filter({ hasText: words.gone })).toBeVisible()
      await expect(dialog.getByRole('listitem').filter({ hasText: words.comes })).toBeVisible()
      await dialog.getByRole('button', { name: words.do }).click()
      await expect(page.getByText(words.otherLine)).toBeVisible()
      await page.keyboard.press('Control+z')
      await expect(page.getByText(words.line)).toBeVisible()
    })
  })
}
