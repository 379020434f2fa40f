import { describe, expect, it } from 'vitest'
import { createI18n } from '#renderer/lib/i18n.ts'
import type { GateForecast } from '#shared/domain/forecast/forecast-plan.ts'
import type { RequirementForecast } from '#shared/domain/forecast/forecast-requirement.ts'
import { createForecastWords } from './use-forecast-words.ts'

const TODAY = '2026-11-27'
const range = { early: '2028-10-05', median: '2029-04-10', late: '2031-01-20' }

const paced = (months: number): RequirementForecast => ({
  uid: 'r',
  answer: { kind: 'dated', range },
  reason: {
    months,
    monthly: 1,
    observations: 3,
    earlier: 0,
    earlierShare: 0,
    typical: 1,
    typicalShare: 0.2,
    remaining: 2,
    isOutside: false,
  },
  waits: null,
})
const gate: GateForecast = {
  uid: 's',
  state: 'dated',
  range,
  lateMonths: 7,
  requirements: [paced(12)],
  never: [],
  noData: [],
  waiting: [],
  last: 'r',
}
const partly: GateForecast = { ...gate, state: 'partly' }

const wordsOf = async (language: 'ru' | 'en') =>
  createForecastWords((await createI18n(language)).getFixedT(language, 'forecast'), TODAY)

describe('a gate in Russian', async () => {
  const words = await wordsOf('ru')

  it.each([
    ['dated', gate, 'При нынешнем темпе рубеж откроется весной 2029 года, с опозданием на 7 месяцев.'],
    [
      'by the template alone',
      { ...gate, requirements: [paced(2)] },
      'Ваш темп станет виден за три месяца записей. При обычном рубеж откроется весной 2029 года.',
    ],
    [
      'early, within a year',
      { ...gate, range: { ...range, median: '2027-02-01' }, lateMonths: -1 },
      'При нынешнем темпе рубеж откроется в феврале 2027 года, на 1 месяц раньше срока.',
    ],
    [
      'that does not open',
      { ...partly, never: ['a', 'b'] },
      'При нынешнем темпе рубеж не откроется: 2 требования не движутся. Остальное будет готово весной 2029 года.',
    ],
    [
      'of which too little is known',
      { ...partly, noData: ['a'], range: { ...range, median: TODAY } },
      'Когда откроется рубеж, сказать пока нельзя: по 1 требованию мало данных. Остальное уже есть.',
    ],
    ['behind one without a date', { ...partly, range: null }, 'Даты у рубежа нет, пока её нет у одного из предыдущих.'],
    [
      'all of which waits for one without a date',
      { ...gate, state: 'none' as const, range: null, waiting: ['r'] },
      'Даты у рубежа нет, пока её нет у одного из предыдущих.',
    ],
    [
      'whose requirements together take longer than is told',
      { ...gate, state: 'none' as const, range: null },
      'При нынешнем темпе рубеж не откроется и за сорок лет: всех его требований вместе ждать ещё дольше.',
    ],
    [
      'without requirements',
      { ...gate, state: 'none' as const, range: null, requirements: [] },
      'У рубежа нет требований, а без них нет и прогноза.',
    ],
    [
      'that can be passed',
      { ...gate, state: 'ready' as const, range: { ...range, median: TODAY } },
      'Всё, чего требует рубеж, уже есть: его можно пройти.',
    ],
  ])('%s', (_, one, text) => expect(words.gate(one, false)).toBe(text))

  it('tells a range by its seasons and a long delay by its years', () => {
    expect(words.range(range)).toBe('осень 2028 — зима 2030/31')
    expect(words.range({ ...range, late: null })).toBe('осень 2028 — после 2066 года')
    expect(words.range({ ...range, late: '2028-11-01' })).toBe('осень 2028')
    expect([23, 24, 63, 0, -30].map(words.late)).toEqual([
      'с опозданием на 23 месяца',
      'с опозданием на 2 года',
      'с опозданием на 5 лет',
      'в срок',
      'на 3 года раньше срока',
    ])
  })
})

describe('a gate in English', async () => {
  const words = await wordsOf('en')

  it('is dated, tried out, or does not open', () => {
    expect(words.gate(gate, false)).toBe('At this pace the gate opens in spring 2029, 7 months late.')
    expect(words.gate(gate, true)).toBe('Then the gate opens in spring 2029, 7 months late.')
    expect(words.gate({ ...partly, never: ['a'] }, false)).toBe(
      'At this pace the gate does not open: 1 requirement does not move. The rest is there in spring 2029.',
    )
    expect(words.range(range)).toBe('autumn 2028 – winter 2030/31')
  })
})
