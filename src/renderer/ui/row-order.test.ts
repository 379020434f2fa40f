import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapAt, orderOf, placed, placeInGap } from './row-order.ts'

const ROWS = [0, 40, 80].map((top) => ({ top, bottom: top + 40 }))

describe('the gap a row lands in', () => {
  it('is the nearest one, also a little beside the list', () => {
    expect([-10, 5, 19, 21, 59, 61, 99, 101, 140].map((y) => gapAt(ROWS, y))).toEqual([0, 0, 0, 1, 1, 2, 2, 3, 3])
  })

  it('is none away from the list, and without rows', () => {
    expect([gapAt(ROWS, -30), gapAt(ROWS, 150), gapAt([], 0)]).toEqual([null, null, null])
  })

  it('is no move on either side of the row itself', () => {
    expect([0, 1, 2, 3].map((gap) => placeInGap(1, gap))).toEqual([0, null, null, 2])
  })

  it('puts the row between the two that were beside the gap', () => {
    const uids = ['a', 'b', 'c', 'd']
    fc.assert(
      fc.property(fc.nat(3), fc.nat(4), (from, gap) => {
        const to = placeInGap(from, gap)
        const moved = to === null ? uids : placed(uids, uids[from] ?? '', to)
        const at = moved.indexOf(uids[from] ?? '')
        const others = uids.filter((_, index) => index !== from)
        const before = uids.slice(0, gap).filter((_, index) => index !== from).length
        expect(moved).toEqual(others.toSpliced(before, 0, uids[from] ?? ''))
        expect(at).toBe(before)
      }),
    )
  })
})

describe('an order that was asked for', () => {
  it('holds for the rows there are: none is lost, none comes back', () => {
    expect(orderOf(['a', 'b', 'c', 'new'], ['c', 'gone', 'a', 'b'])).toEqual(['c', 'a', 'b', 'new'])
  })
})
