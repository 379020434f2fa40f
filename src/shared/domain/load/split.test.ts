import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOAD_PARTS } from '#shared/model/load.ts'
import { meanShares, nearestParts, type Parts, type Shares, toShares } from './split.ts'

const of = (operations: number, learning: number, strategy: number): Parts => ({ operations, learning, strategy })
const sum = (shares: Shares) => LOAD_PARTS.reduce((total, part) => total + shares[part], 0)

describe('shares of a week', () => {
  it.each([
    [of(4, 0, 0), of(100, 0, 0)],
    [of(4, 1, 0), of(80, 20, 0)],
    [of(3, 1, 1), of(60, 20, 20)],
    [of(1, 1, 1), of(34, 33, 33)],
    [of(4, 1, 1), of(67, 17, 16)],
    [of(0, 2, 0), of(0, 100, 0)],
  ])('%o', (parts, shares) => {
    expect(toShares(parts)).toEqual(shares)
  })

  it('are none where nothing took any time', () => {
    expect(toShares(of(0, 0, 0))).toBeNull()
  })

  const choices = fc.record({
    operations: fc.integer({ min: 0, max: 4 }),
    learning: fc.integer({ min: 0, max: 4 }),
    strategy: fc.integer({ min: 0, max: 4 }),
  })

  it('make 100 together, keep the order of the parts, and lead back to choices of the same shares', () => {
    fc.assert(
      fc.property(choices, (parts) => {
        const shares = toShares(parts)
        if (shares === null) return
        expect(sum(shares)).toBe(100)
        for (const one of LOAD_PARTS)
          for (const other of LOAD_PARTS)
            if (parts[one] > parts[other]) expect(shares[one]).toBeGreaterThan(shares[other])
        expect(toShares(nearestParts(shares))).toEqual(shares)
      }),
    )
  })

  it('that were typed come back as the nearest choices', () => {
    expect(nearestParts(of(70, 20, 10))).toEqual(of(4, 1, 1))
    expect(nearestParts(of(34, 33, 33))).toEqual(of(2, 2, 2))
    expect(nearestParts(of(50, 25, 25))).toEqual(of(4, 2, 2))
    expect(nearestParts(of(100, 0, 0))).toEqual(of(4, 0, 0))
  })
})

it('weeks count the same in a mean', () => {
  expect(meanShares([])).toBeNull()
  expect(meanShares([of(80, 20, 0), of(60, 20, 20)])).toEqual(of(70, 20, 10))
})
