import { expect, it } from 'vitest'
import { boardColumns } from './board-columns.ts'

const TODAY = '2026-11-28'

const bet = (title: string, status: 'idea' | 'planned' | 'running' | 'done' | 'dropped', more: object = {}) => ({
  uid: title,
  title,
  status,
  endDay: null as string | null,
  impact: null as number | null,
  confidence: 5,
  ease: 5,
  ...more,
})

it('puts each initiative under its state of the day, the strongest or the latest first', () => {
  const columns = boardColumns(
    [
      bet('unrated', 'idea'),
      bet('weak', 'idea', { impact: 2 }),
      bet('strong', 'idea', { impact: 9 }),
      // Done only from a later day on, so it is still running, as in the list.
      bet('ahead', 'done', { endDay: '2026-12-31' }),
      bet('old', 'done', { endDay: '2020-01-01', impact: 10 }),
      bet('new', 'done', { endDay: TODAY }),
      bet('killed', 'dropped'),
    ],
    TODAY,
  )
  expect(columns.map(({ status, items }) => [status, ...items.map(({ title }) => title)])).toEqual([
    ['idea', 'strong', 'weak', 'unrated'],
    ['planned'],
    ['running', 'ahead'],
    ['done', 'new', 'old'],
    ['dropped', 'killed'],
  ])
})

it('puts a card that is on its way where it goes, also what has not ended by its day', () => {
  const items = [bet('a', 'planned', { endDay: '2027-06-30' }), bet('b', 'idea')]
  const columns = boardColumns(items, TODAY, { uid: 'a', status: 'done' })
  expect(columns.map(({ items: own }) => own.map(({ title }) => title))).toEqual([['b'], [], [], ['a'], []])
})
