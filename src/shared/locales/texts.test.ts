import { describe, expect, test } from 'vitest'
import { createTexts } from './texts.ts'
import { textsIn } from './texts-in.ts'

const sample = {
  day_one: '{{count}} день',
  day_few: '{{count}} дня',
  day_many: '{{count}} дней',
  day_other: '{{count}} дня',
  pair: '{{a}} и {{b}}, {{a}}',
}
const texts = createTexts('ru', { ru: { sample }, en: { sample: { day_one: 'a day', day_other: '{{count}} days' } } })
// Texts that are no part of the app, so their keys are not known to the type checker.
const make = (language: 'ru' | 'en', key: string, values: object) =>
  String(Reflect.apply(texts.getFixedT(language), null, [`sample:${key}`, values]))

describe('a text', () => {
  test('takes values as they are, whatever they look like', () => {
    const values = { a: '$& {{b}} <b>&amp;', b: '$t(sample:day) {{a}}' }
    expect(make('ru', 'pair', values)).toBe(`${values.a} и ${values.b}, ${values.a}`)
  })

  test('shows a name that has no value', () => expect(make('ru', 'pair', { a: 1 })).toBe('1 и {{b}}, 1'))

  test.each([
    [0, '0 дней'],
    [1, '1 день'],
    [2, '2 дня'],
    [5, '5 дней'],
    [11, '11 дней'],
    [21, '21 день'],
    [22, '22 дня'],
    [112, '112 дней'],
    [1.5, '1.5 дня'],
  ])('has the form for %s', (count, expected) => expect(make('ru', 'day', { count })).toBe(expected))

  test('takes the other form where a language has no more', () => {
    expect(make('en', 'day', { count: 0 })).toBe('0 days')
    expect(make('en', 'day', { count: 1 })).toBe('a day')
  })
})

test('the texts of the app are made in either language, of one namespace, a part of it or several', () => {
  expect(textsIn('ru', 'reviews', 'document')('head.draft')).toBe('черновик')
  expect(textsIn('en', 'reviews', 'document')('head.draft')).toBe('draft')
  const gate = textsIn('en', ['requirement', 'vocabulary'])
  expect([gate('done'), gate('vocabulary:scope.company')]).toEqual(['done', 'Company'])
})
