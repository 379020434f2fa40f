import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActivityLine } from '#shared/contract/journal.ts'
import { toDayOrder, toMonths } from '#shared/domain/calendar/day-order.ts'
import { lineAt, PAGE_SIZE, pagesDrawn, pagesOf, placeAfter, requestOf, rowOf } from './journal-view.ts'

const orderOf = (...days: [day: string, lines: number][]) =>
  toDayOrder(toMonths(days.map(([day, lines]) => ({ day, lines, minutes: 0 }))))

const BEFORE = orderOf(['2026-03-05', 2], ['2026-03-01', 3], ['2024-02-29', 1])

describe('pages of a view', () => {
  it('are those that hold what is drawn, and the active row wherever it is', () => {
    expect(pagesOf(0, 1)).toEqual([0])
    expect(pagesOf(PAGE_SIZE - 1, PAGE_SIZE + 1)).toEqual([0, 1])
    expect(pagesOf(7, 7)).toEqual([0])
    expect(pagesDrawn({ first: 0, start: 0, end: 30, active: 990 })).toEqual([0, Math.floor(990 / PAGE_SIZE)])
    expect(pagesDrawn({ first: 0, start: 0, end: 30, active: 5 })).toEqual([0])
  })

  it('are asked for by their days and what is passed over in the newest of them', () => {
    const view = { stamp: 'a', filter: { text: 'Kafka', to: '2026-12-31' }, order: BEFORE }
    expect(requestOf(view, 1, 4)).toEqual({
      filter: { text: 'Kafka', from: '2026-03-01', to: '2026-03-05' },
      skip: 1,
      limit: 3,
    })
    expect(requestOf(view, 6, 9)).toBeNull()
  })

  it('know their lines by row and by uid', () => {
    const lines = Array.from({ length: PAGE_SIZE }, (_, index) => ({ uid: String(index) }) as ActivityLine)
    const pages = new Map([[2, lines]])
    expect(lineAt(pages, 2 * PAGE_SIZE + 7)?.uid).toBe('7')
    expect(lineAt(pages, 7)).toBeUndefined()
    expect([rowOf(pages, '7'), rowOf(pages, 'x')]).toEqual([2 * PAGE_SIZE + 7, null])
  })
})

describe('a place after a change', () => {
  it('is as far from the beginning of its day, wherever that day now begins', () => {
    const after = orderOf(['2026-04-01', 4], ['2026-03-05', 2], ['2026-03-01', 3], ['2024-02-29', 1])
    expect([0, 1, 2, 4, 5].map((row) => placeAfter(BEFORE, after, row))).toEqual([4, 5, 6, 8, 9])
  })

  it('is where the day was when that is gone, and within what is left of it', () => {
    const after = orderOf(['2026-03-05', 2], ['2024-02-29', 1])
    expect([2, 3, 4].map((row) => placeAfter(BEFORE, after, row))).toEqual([2, 2, 2])
    expect(placeAfter(BEFORE, orderOf(['2026-03-05', 1]), 1)).toBe(0)
    expect(placeAfter(BEFORE, orderOf(['2026-03-05', 1]), 5)).toBe(0)
    expect(placeAfter(BEFORE, orderOf(), 3)).toBe(0)
    expect(placeAfter(orderOf(), BEFORE, 0)).toBe(0)
  })

  it('goes to the first of the next day where the last of its day is gone', () => {
    expect(placeAfter(BEFORE, orderOf(['2026-03-05', 1], ['2026-03-01', 3], ['2024-02-29', 1]), 1)).toBe(1)
    expect(placeAfter(BEFORE, orderOf(['2026-03-05', 2], ['2026-03-01', 2], ['2024-02-29', 1]), 4)).toBe(4)
    // After the last entry there is none.
    expect(placeAfter(orderOf(['2026-03-05', 2]), orderOf(['2026-03-05', 1]), 1)).toBe(0)
  })

  it('is a row of the list whatever changed, and the same when nothing did', () => {
    const days = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 6 })), {
        selector: ([day]) => day,
      })
      .map((all) =>
        all
          .sort(([a], [b]) => b - a)
          .map(([day, lines]): [string, number] => [`2026-02-${String(day).padStart(2, '0')}`, lines]),
      )
    fc.assert(
      fc.property(days, days, fc.nat(200), (some, others, place) => {
        const [before, after] = [orderOf(...some), orderOf(...others)]
        const row = Math.min(place, Math.max(0, before.count - 1))
        expect(placeAfter(before, after, row)).toBeLessThan(Math.max(1, after.count))
        expect(placeAfter(before, before, row)).toBe(row)
      }),
    )
  })
})
