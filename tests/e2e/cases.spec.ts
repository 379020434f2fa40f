import { panelOf } from './support/forms.ts'
import { settle } from './support/pages.ts'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

const WORDS = {
  en: {
    find: 'tactic',
    command: /Take a tactic from a case study/,
    other: 'From PMO to CIO',
    tactic: 'Become the owner of an IT service',
    milestone: 'Add as a milestone: Take over one IT service',
    milestoneTitle: 'Take over one IT service',
    milestoneAdded: 'Milestone added',
    experiment: 'Add as an experiment: One queue instead of calls',
    against: 'Against which obstacle',
    experimentTitle: 'One queue instead of calls',
    experimentAdded: 'Experiment added',
    learning: 'Add to learning: The Phoenix Project',
    learningAdded: 'Added to learning',
    alreadyThere: 'This is already in your list.',
    save: 'Save',
  },
  ru: {
    find: 'приём',
    command: /Взять приём из кейса/,
    other: 'Из PMO в CIO',
    tactic: 'Стать владельцем ИТ-услуги',
    milestone: 'Сделать вехой: Принять одну ИТ-услугу',
    milestoneTitle: 'Принять одну ИТ-услугу',
    milestoneAdded: 'Веха добавлена',
    experiment: 'Сделать экспериментом: Одна очередь вместо звонков',
    against: 'Против какого барьера',
    experimentTitle: 'Одна очередь вместо звонков',
    experimentAdded: 'Эксперимент добавлен',
    learning: 'Добавить в обучение: Проект «Феникс»',
    learningAdded: 'Добавлено в обучение',
    alreadyThere: 'Это уже есть в вашем списке.',
    save: 'Сохранить',
  },
}

for (const language of ['en', 'ru'] as const) {
  const words = WORDS[language]

  test.describe(`case studies, ${language}`, () => {
    test.use({ language })

    test('are found in the palette, and a tactic becomes a milestone, an experiment, something to learn', async ({
      page,
      kurs,
      open,
      guard,
    }) => {
      await startPlan(kurs, language, 5)
      await kurs.signIn(page.context())
      await open('/')
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('textbox').fill(words.find)
      await page.getByRole('dialog').getByRole('button', { name: words.command }).click()
      await settle(page)
      await page.getByRole('tab', { name: words.other }).click()
      await expect(page.getByRole('heading', { name: words.tactic })).toBeVisible()

      await page.getByRole('button', { name: words.milestone }).click()
      const panel = panelOf(page)
      await expect(panel.getByRole('textbox').first()).toHaveValue(words.milestoneTitle)
      await panel.getByRole('button', { name: words.save, exact: true }).click()
      await expect(page.getByRole('button', { name: words.milestoneAdded })).toBeVisible()
      const milestones = async () => JSON.stringify(await kurs.call('plan/get', {}))
      expect(await milestones()).toContain(words.milestoneTitle)
      await page.keyboard.press('Control+z')
      await expect.poll(milestones).not.toContain(words.milestoneTitle)
      await expect(page.getByRole('button', { name: words.milestone })).toBeVisible()

      await page.getByRole('button', { name: words.experiment }).click()
      await expect(panel.getByRole('combobox', { name: words.against })).toBeVisible()
      await panel.getByRole('button', { name: words.save, exact: true }).click()
      await expect(page.getByRole('button', { name: words.experimentAdded })).toBeVisible()
      expect(JSON.stringify(await kurs.call('experiments/list', {}))).toContain(words.experimentTitle)

      await page.getByRole('button', { name: words.learning }).click()
      const title = panel.getByRole('textbox').first()
      await title.fill('Typed before another window was faster')
      const { uid } = await kurs.call('catalogue/chooseLearning', { key: 'book-phoenix-project', language })
      await expect(page.getByRole('button', { name: words.learningAdded })).toBeVisible()
      guard.allow(/status of 4\d\d/)
      await panel.getByRole('button', { name: words.save, exact: true }).click()
      await expect(page.getByText(words.alreadyThere)).toBeVisible()
      await expect(title).toHaveValue('Typed before another window was faster')
      await kurs.call('learning/remove', { uid })
      await panel.getByRole('button', { name: words.save, exact: true }).click()
      await page.getByRole('button', { name: words.learningAdded }).click()
      await expect(page).toHaveURL(/\/learning\?item=/)
      expect(JSON.stringify(await kurs.call('learning/list', {}))).toContain('book-phoenix-project')

      await open('/cases?item=pmo-to-cio')
      await expect(page.getByRole('button', { name: words.experimentAdded })).toBeVisible()
      await expect(page.getByRole('button', { name: words.learningAdded })).toBeVisible()
    })
  })
}
