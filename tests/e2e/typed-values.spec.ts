import type { Locator, Page } from '@playwright/test'
import { panelOf } from './support/forms.ts'
import { dayFromToday, startPlan, typed } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ mode: 'parallel' })

/** What only these fields say. */
const TEXTS = {
  en: {
    readAs: 'Read as',
    hours: 'Planned effort, hours',
    cost: 'Cost',
    currency: 'Currency',
    led: 'People led',
    noNumber: 'Not readable as a number',
    noTime: 'Not readable as a time',
    noAmount: 'Not readable as an amount',
    noDay: 'Not readable as a day',
  },
  ru: {
    readAs: 'Понято как',
    hours: 'План, часов',
    cost: 'Стоимость',
    currency: 'Валюта',
    led: 'Людей под руководством',
    noNumber: 'Число прочесть не удалось',
    noTime: 'Время прочесть не удалось',
    noAmount: 'Сумму прочесть не удалось',
    noDay: 'Дату прочесть не удалось',
  },
} as const

const field = (scope: Locator, label: string) => scope.getByRole('textbox', { name: label, exact: true })

/** Types every text in turn; what was understood must stand below the field, or nothing where that is plain. */
async function expectReadings(input: Locator, readings: readonly (readonly [text: string, words: string | null])[]) {
  const before = await input.inputValue()
  for (const [text, words] of readings) {
    await input.fill(text)
    await expect(input).toHaveValue(text)
    if (words === null) await expect(input).not.toHaveAccessibleDescription(/\S/)
    else await expect(input).toHaveAccessibleDescription(words)
  }
  await input.fill(before)
}

/** Pastes as a person does, through the clipboard event of the page. */
async function paste(page: Page, input: Locator, text: string) {
  await input.fill('')
  await page.evaluate((copied) => {
    const area = document.createElement('textarea')
    area.value = copied
    document.body.append(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }, text)
  await input.focus()
  await page.keyboard.press('ControlOrMeta+V')
  await expect(input).toHaveValue(text)
}

const stored = async (kurs: { call<T>(procedure: string, input?: object): Promise<T> }, feature: string, page: Page) =>
  kurs.call<Record<string, unknown>>(`${feature}/get`, { uid: new URL(page.url()).searchParams.get('item') })

for (const language of ['en', 'ru'] as const) {
  const isRu = language === 'ru'
  const texts = TEXTS[language]

  test.describe(`a field reads what is typed or refuses it, ${language}`, () => {
    test.use({ language })
    test.setTimeout(120_000)

    test('numbers', async ({ page, kurs, words, open }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      await open('/achievements?item=new')
      const panel = panelOf(page)
      const before = field(panel, words.before)
      const group = isRu ? '\u00a0' : ','
      await expectReadings(before, [
        ['1250', null],
        [isRu ? '1250,5' : '1250.5', null],
        ['1,200,000', isRu ? `Понято как 1${group}200${group}000` : null],
        ['1.2M', `${texts.readAs} 1${group}200${group}000`],
        ['1,2 млн', `${texts.readAs} 1${group}200${group}000`],
        ['10k', `${texts.readAs} 10${group}000`],
        ['1,200', isRu ? `Понято как 1,2, а не 1${group}200` : `Read as 1,200, not 1.2`],
      ])
      await field(panel, words.achieved).fill('Moved')
      await paste(page, before, '−12.5')
      await paste(page, field(panel, words.after), '1,250.50')
      await field(panel, texts.led).fill('1,200')
      await panel.getByRole('button', { name: words.save, exact: true }).click()
      await expect(panel.getByRole('heading', { name: 'Moved' })).toBeVisible()
      expect(await stored(kurs, 'achievements', page)).toMatchObject({
        metricBaseline: -12.5,
        metricResult: 1250.5,
        peopleLed: 1200,
      })
    })

    test('and no other', async ({ page, kurs, words, open }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      await open('/achievements?item=new')
      const panel = panelOf(page)
      await field(panel, words.achieved).fill('Moved')
      for (const text of ['5-10', '12abc', '1,20,000', '1:30']) {
        for (const label of [words.before, words.myShare, texts.led]) await field(panel, label).fill(text)
        await panel.getByRole('button', { name: words.save, exact: true }).click()
        for (const label of [words.before, words.myShare, texts.led]) {
          await expect(field(panel, label)).toHaveValue(text)
          await expect(field(panel, label)).toHaveAttribute('aria-invalid', 'true')
          await expect(field(panel, label)).toHaveAccessibleDescription(new RegExp(texts.noNumber))
        }
      }
      // The draft keeps the text as it is, and the way back is to type.
      await page.waitForTimeout(1000)
      await page.reload()
      await expect(field(panel, words.before)).toHaveValue('1:30')
      for (const label of [words.before, words.myShare, texts.led]) await field(panel, label).fill('30 %')
      await field(panel, texts.led).fill('50')
      await panel.getByRole('button', { name: words.save, exact: true }).click()
      await expect(panel.getByRole('heading', { name: 'Moved' })).toBeVisible()
      expect(await stored(kurs, 'achievements', page)).toMatchObject({ metricBaseline: 30, myShare: 30, peopleLed: 50 })
    })

    test('the arrow keys count, and never over what cannot be read', async ({ page, kurs, words, open }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      await open('/learning?item=new')
      const progress = field(panelOf(page), words.progress)
      await progress.fill('99')
      await progress.press('ArrowUp')
      await expect(progress).toHaveValue('100')
      await progress.press('ArrowUp')
      await expect(progress).toHaveValue('100')
      await progress.press('ArrowDown')
      await expect(progress).toHaveValue('99')
      await progress.fill('half')
      await progress.press('ArrowUp')
      await expect(progress).toHaveValue('half')
    })

    test('time', async ({ page, kurs, words, open }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      await open('/journal?item=new')
      const panel = panelOf(page)
      const minutes = field(panel, words.minutes)
      const span = (hours: number, rest: number) =>
        isRu ? `Понято как ${hours}\u00a0ч ${rest}\u00a0мин` : `Read as ${hours} h ${rest} min`
      await expectReadings(minutes, [
        ['90', null],
        ['1ч 30м', span(1, 30)],
        ['1h30', span(1, 30)],
        ['1 h 30 min', span(1, 30)],
        ['1 ч. 30 мин.', span(1, 30)],
        ['1.5h', span(1, 30)],
        ['1,5ч', span(1, 30)],
        ['1:30', span(1, 30)],
        ['2 ч 30', span(2, 30)],
      ])
      await field(panel, words.title).fill('Course')
      for (const text of ['5-10', '12abc', '2ч вчера']) {
        await minutes.fill(text)
        await panel.getByRole('button', { name: words.save, exact: true }).click()
        await expect(minutes).toHaveValue(text)
        await expect(minutes).toHaveAccessibleDescription(new RegExp(texts.noTime))
      }
      await minutes.fill(',5h')
      await panel.getByRole('button', { name: words.save, exact: true }).click()
      await expect(panel.getByRole('heading', { name: 'Course' })).toBeVisible()
      expect(await stored(kurs, 'journal', page)).toMatchObject({ minutes: 30 })
    })

    test('days', async ({ page, kurs, words, open }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      await open('/journal?item=new')
      const panel = panelOf(page)
      const day = field(panel, words.day)
      const leap = isRu ? 'Понято как 29 февраля 2024' : 'Read as 29 February 2024'
      await expectReadings(day, [
        ['29.02.2024', null],
        ['2024-02-29', null],
        ['29.02.24', leap],
        ['29/2/2024', leap],
        ['29022024', leap],
        ['29 Feb 2024', leap],
        ['29 февраля 2024 г.', leap],
      ])
      await field(panel, words.title).fill('Course')
      for (const [text, message] of [
        ['31.02.2026', words.noSuchDay],
        ['30 Feb', words.noSuchDay],
        ['some day', texts.noDay],
      ] as const) {
        await day.fill(text)
        await panel.getByRole('button', { name: words.save, exact: true }).click()
        await expect(day).toHaveValue(text)
        await expect(day).toHaveAccessibleDescription(new RegExp(message))
      }
      await day.fill('вчера')
      await expect(day).toHaveAccessibleDescription(new RegExp(texts.readAs))
      await panel.getByRole('button', { name: words.save, exact: true }).click()
      await expect(panel.getByRole('heading', { name: 'Course' })).toBeVisible()
      expect(await stored(kurs, 'journal', page)).toMatchObject({ day: dayFromToday(-1) })
      await panel.getByRole('button', { name: words.edit, exact: true }).click()
      await expect(day).toHaveValue(typed(dayFromToday(-1)))
    })

    test('web addresses', async ({ page, kurs, words, open }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      await open('/learning?item=new')
      const panel = panelOf(page)
      const address = field(panel, words.address)
      await field(panel, words.title).fill('Course')
      await expectReadings(address, [
        ['https://example.org/a', null],
        ['www.example.org', `${texts.readAs} https://www.example.org`],
      ])
      for (const text of ['javascript:alert(1)', 'ivan@example.org', 'at school']) {
        await address.fill(text)
        await panel.getByRole('button', { name: words.save, exact: true }).click()
        await expect(address).toHaveValue(text)
        await expect(address).toHaveAccessibleDescription(words.wrongAddress)
      }
      await address.fill('cs50.harvard.edu/python')
      await panel.getByRole('button', { name: words.save, exact: true }).click()
      await expect(panel.getByRole('heading', { name: 'Course' })).toBeVisible()
      expect(await stored(kurs, 'learning', page)).toMatchObject({ url: 'https://cs50.harvard.edu/python' })
    })

    test('money', async ({ page, kurs, words, open }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      await open('/learning?item=new')
      const panel = panelOf(page)
      const cost = field(panel, texts.cost)
      await field(panel, words.title).fill('Course')
      for (const text of ['12abc', '5-10', '10.005']) {
        await cost.fill(text)
        await panel.getByRole('button', { name: words.save, exact: true }).click()
        await expect(cost).toHaveValue(text)
        await expect(cost).toHaveAccessibleDescription(new RegExp(texts.noAmount))
      }
      await cost.fill('10 тыс. руб.')
      await expect(cost).toHaveAccessibleDescription(new RegExp(texts.readAs))
      await paste(page, cost, 'US$1,250.50')
      await expect(field(panel, texts.currency)).toHaveValue('USD')
      await field(panel, texts.hours).fill('90 мин')
      await panel.getByRole('button', { name: words.save, exact: true }).click()
      await expect(panel.getByRole('heading', { name: 'Course' })).toBeVisible()
      expect(await stored(kurs, 'learning', page)).toMatchObject({
        cost: { minor: 125_050, currency: 'USD' },
        plannedHours: 1.5,
      })
    })
  })
}
