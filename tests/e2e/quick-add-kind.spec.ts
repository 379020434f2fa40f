import type { Page } from '@playwright/test'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

/** What quick add says of kinds, as a person of each language reads it. */
const SAID = {
  en: {
    decided: 'call with my mentor about budgets 40m',
    kind: 'Mentoring received',
    why: 'Why this kind?',
    words: /These words tell the kind:.*mentor/,
    ahead: 'exam tomorrow PMP',
    suggested: 'Certification?',
    accepted: 'Certification',
    accept: 'Accept',
    chosen: /You chose this kind/,
    own: 'falcon walk with Marcus',
    alike: 'falcon walk with Ann',
    other: 'Kind of the entry',
    networking: 'Networking',
    choose: /Choose a kind|Why this kind/,
    bare: 'weekly sync w/ leads 37',
    minutes: 'Yes, record the time',
    taken: 'weekly sync w/ leads 37 min',
  },
  ru: {
    decided: 'созвон с моим ментором про бюджет 40м',
    kind: 'Менторство: мне помогают',
    why: 'Почему этот вид?',
    words: /На этот вид указыва.*ментором/,
    ahead: 'завтра экзамен PMP',
    suggested: 'Сертификация?',
    accepted: 'Сертификация',
    accept: 'Принять',
    chosen: /Этот вид выбрали вы/,
    own: 'сокол с Маркусом',
    alike: 'сокол с Аней',
    other: 'Вид записи',
    networking: 'Нетворкинг',
    choose: /Выбрать вид|Почему этот вид/,
    bare: 'созвон с лидами 37',
    minutes: 'Да, записать время',
    taken: 'созвон с лидами 37 мин',
  },
} as const

interface Line {
  title: string
  kind: string | null
  minutes: number
  inbox: boolean
}

/** The caret at the end, where the arrow takes what is suggested. */
async function pressRight(page: Page): Promise<void> {
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
}

for (const language of ['en', 'ru'] as const)
  test.describe(`the kind of a line, ${language}`, () => {
    test.use({ language })
    const said = SAID[language]

    test.beforeEach(async ({ kurs, page, open }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      await open('/journal')
      await page.keyboard.press('KeyN')
    })

    test('is decided and says by which words, by keyboard alone', async ({ page, kurs, words }) => {
      const line = page.getByRole('textbox', { name: words.writeDown })
      await expect(line).toBeFocused()
      await page.keyboard.type(said.decided)
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByText(said.kind, { exact: true })).toBeVisible()
      const why = dialog.getByRole('button', { name: said.why })
      await page.keyboard.press('Tab')
      await expect(why).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(dialog.getByText(said.words)).toBeVisible()
      await expect(why).toHaveAttribute('aria-expanded', 'true')
      await line.focus()
      await page.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
      const { lines } = await kurs.call<{ lines: Line[] }>('journal/page', { filter: {}, limit: 5 })
      expect(lines).toMatchObject([{ kind: 'mentoringReceived', minutes: 40, inbox: false }])
    })

    test('is only suggested for what is ahead, and accepted by one key', async ({ page, kurs, words }) => {
      await page.keyboard.type(said.ahead)
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByText(said.suggested, { exact: true })).toBeVisible()
      await expect(dialog.getByText(words.goesToInbox)).toBeVisible()
      await pressRight(page)
      await expect(dialog.getByText(said.accepted, { exact: true }).first()).toBeVisible()
      await expect(dialog.getByRole('button', { name: said.accept })).toHaveCount(0)
      await expect(dialog.getByText(words.goesToInbox)).toBeHidden()
      await dialog.getByRole('button', { name: said.why }).click()
      await expect(dialog.getByText(said.chosen)).toBeVisible()
      await page.getByRole('textbox', { name: words.writeDown }).focus()
      await page.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
      const { lines } = await kurs.call<{ lines: Line[] }>('journal/page', { filter: {}, limit: 5 })
      expect(lines).toMatchObject([{ title: said.ahead, kind: 'certification', inbox: false }])
    })

    test('that was corrected is understood the next time', async ({ page, kurs, words }) => {
      const dialog = page.getByRole('dialog')
      await page.keyboard.type(said.own)
      await dialog.getByRole('button', { name: said.choose }).click()
      await dialog.getByLabel(said.other).selectOption('networking')
      await page.getByRole('textbox', { name: words.writeDown }).focus()
      await page.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
      await page.keyboard.press('KeyN')
      await page.keyboard.type(said.alike)
      await expect(dialog.getByText(said.networking, { exact: true }).first()).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
      const { lines } = await kurs.call<{ lines: Line[] }>('journal/page', { filter: {}, limit: 5 })
      expect(lines).toMatchObject([
        { title: said.alike, kind: 'networking' },
        { title: said.own, kind: 'networking' },
      ])
    })

    test('a number that may be minutes is offered and taken by the same key', async ({ page, words }) => {
      await page.keyboard.type(said.bare)
      await expect(page.getByRole('button', { name: said.minutes })).toBeVisible()
      await pressRight(page)
      await expect(page.getByRole('textbox', { name: words.writeDown })).toHaveValue(said.taken)
      await expect(page.getByRole('button', { name: said.minutes })).toBeHidden()
    })
  })
