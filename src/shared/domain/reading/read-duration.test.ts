import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuickAdd } from '../capture/quick-add.ts'
import type { QuickAddContext } from '../capture/quick-add-reading.ts'
import { readDurationText } from './read-duration.ts'

const CONTEXT: QuickAddContext = {
  today: '2026-03-05',
  words: [],
  kinds: null,
  skills: [],
  people: [],
  weekStartsOn: 1,
}

const read = (text: string) => readDurationText(text, { language: 'ru', bare: 'minutes' })

describe('minutes', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['90', 90],
    ['1 200', 1200],
    ['1,200', 1200],
    ['1ч 30м', 90],
    ['1ч30', 90],
    ['1ч30м', 90],
    ['1 ч. 30 мин.', 90],
    ['1 ч 30 м', 90],
    ['2 ч 30', 150],
    ['1h30', 90],
    ['1 h 30', 90],
    ['1 h 30 min', 90],
    ['1.5h', 90],
    ['1,5ч', 90],
    [',5h', 30],
    ['.5 ч', 30],
    ['45 м', 45],
    ['45м', 45],
    ['45 min', 45],
    ['1:30', 90],
    ['0:05', 5],
    ['12:00', 720],
    ['полчаса', 30],
    ['полтора часа', 90],
    ['half an hour', 30],
    ['час', 60],
    ['час 20', 80],
    ['за 2 часа', 120],
    ['２ч\u00a030\u00a0мин', 150],
    ['25ч', 1500],
    ['-5', -5],
    ['1,5', 1.5],
  ])('%s', (text, minutes) => expect(read(text)).toBe(minutes))

  test.each([
    '',
    'ч',
    '5-10',
    '12abc',
    '1:75',
    '2 ч назад',
    '2ч вчера',
    '2-3ч',
    '2ч?',
    '(2ч)',
    '1ч 30м 15',

    '1:30:00',
  ])('%j is refused', (text) => expect(read(text)).toBeNull())
})

test.each<[string, number]>([
  ['40', 2400],
  ['1,5', 90],
  ['40 ч', 2400],
  ['40h', 2400],
  ['90 мин', 90],
  ['1:30', 90],
  ['1 200', 72_000],
])('hours: %s', (text, minutes) => expect(readDurationText(text, { language: 'ru', bare: 'hours' })).toBe(minutes))

test('where quick add finds a duration and nothing else, a field reads the same minutes', () => {
  const parts = fc.constantFrom(
    ...[
      '1',
      '2',
      ',5',
      '1,5',
      '30',
      '45',
      'ч',
      'ч.',
      'час',
      'часа',
      'h',
      'hours',
      'м',
      'min',
      'мин.',
      'и',
      'and',
      'за',
    ],
    ...['полчаса', 'два', '1ч30', '1ч', '1h', '30м', '1:30', 'half', 'an', 'hour', 'a'],
  )
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 5 }), (words) => {
      const line = words.join(' ')
      const { tokens, minutes } = parseQuickAdd(line, CONTEXT)
      const [token] = tokens
      if (token?.type !== 'duration' || token.start > 0 || token.end < line.replace(/\.$/, '').length) return
      if (minutes !== null) expect(read(line)).toBe(minutes)
    }),
    { numRuns: 5000 },
  )
})

test('any text is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const minutes = read(text)
      expect(minutes === null || Number.isFinite(minutes)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
