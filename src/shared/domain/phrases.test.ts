import { describe, expect, test } from 'vitest'
import { fillText, pluralText } from './phrases.ts'

describe('fillText', () => {
  test('replaces names, also several times, and values are taken as they are', () =>
    expect(fillText('{{a}} and {{b}}, {{a}}', { a: '$& {{b}}', b: 2 })).toBe('$& {{b}} and 2, $& {{b}}'))

  test('shows a name that has no value', () => expect(fillText('{{a}}', {})).toBe('{{a}}'))
})

describe('pluralText', () => {
  const texts = {
    day_one: '{{count}} день',
    day_few: '{{count}} дня',
    day_many: '{{count}} дней',
    day_other: '{{count}} дня',
  }

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
  ])('%s', (count, expected) => expect(pluralText(texts, 'day', count, 'ru')).toBe(expected))

  test('takes the other form where a language has no more', () =>
    expect(pluralText({ day_one: 'a day', day_other: '{{count}} days' }, 'day', 0, 'en')).toBe('0 days'))

  test('misses a text loudly', () => expect(() => pluralText(texts, 'week', 1, 'ru')).toThrow('No text week'))
})
