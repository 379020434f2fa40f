import type { Kurs } from './support/kurs.ts'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

const WORDS = {
  en: { remove: 'Delete', title: 'Delete this backup?', list: 'Backups', removed: /^Deleted the backup of/ },
  ru: { remove: 'Удалить', title: 'Удалить эту копию?', list: 'Резервные копии', removed: /^Копия от .* удалена\.$/ },
}

const namesOf = async (kurs: Kurs) =>
  (await kurs.call<{ backups: { name: string }[] }>('backups/list', {})).backups.map(({ name }) => name)

for (const language of ['en', 'ru'] as const) {
  test.describe(`backups, ${language}`, () => {
    test.use({ language })

    test('one can be removed, but for the newest verified one, and only after a question', async ({
      page,
      kurs,
      open,
    }) => {
      const words = WORDS[language]
      await startPlan(kurs, language)
      await kurs.call('backups/make', {})
      await kurs.call('backups/make', {})
      await kurs.signIn(page.context())
      await open('/settings')
      const table = page.getByRole('table', { name: words.list })
      const buttons = table.getByRole('button', { name: new RegExp(`^${words.remove}`) })
      // One of the day may have been made beside them; the oldest stands last.
      const oldest = (await namesOf(kurs)).at(-1)
      await expect(buttons.first()).toBeDisabled()
      await buttons.last().click()
      const question = page.getByRole('dialog', { name: words.title })
      await question.getByRole('button', { name: words.remove, exact: true }).click()
      await expect(page.getByText(words.removed)).toBeVisible()
      expect(await namesOf(kurs)).not.toContain(oldest)
      await expect(question).toBeHidden()
    })
  })
}
