import { expect, it } from 'vitest'
import { iceFormula, iceScore } from './ice-score.ts'

it('multiplies the three ratings', () => {
  expect(iceScore({ impact: 8, confidence: 5, ease: 7 })).toBe(280)
  expect(iceFormula({ impact: 8, confidence: 5, ease: 7 })).toBe('8 × 5 × 7')
  expect(iceScore({ impact: 10, confidence: 10, ease: 1 })).toBeLessThan(
    iceScore({ impact: 5, confidence: 5, ease: 5 }) ?? 0,
  )
})

it.each(['impact', 'confidence', 'ease'] as const)('has no score without %s', (missing) => {
  expect(iceScore({ impact: 8, confidence: 5, ease: 7, [missing]: null })).toBeNull()
})
