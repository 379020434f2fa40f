import { describe, expect, it } from 'vitest'
import { changeWords } from './change-words.ts'

const format = {
  number: (value: number) => String(value),
  signed: (value: number) => (value > 0 ? `+${value}` : String(value)),
  signedPercent: (share: number) => `${share > 0 ? '+' : ''}${share * 100} %`,
}
const words = (
  metricBaseline: number | null,
  metricResult: number | null,
  myShare: number | null = null,
  metricUnit = '',
) => changeWords({ metricBaseline, metricResult, myShare, metricUnit }, format)

describe('changeWords', () => {
  it('says the values, the change and my part with their unit', () => {
    expect(words(40, 52, 50, ' п. ')).toEqual({
      values: '40 → 52\u00a0п.',
      absolute: '+12\u00a0п.',
      relative: '+30 %',
      mine: '+6\u00a0п.',
    })
  })

  it('gives no percentage from zero and no part without a share', () => {
    expect(words(0, 5)).toEqual({ values: '0 → 5', absolute: '+5', relative: null, mine: null })
  })

  it('waits for both numbers, and for one that is still being typed', () => {
    expect(words(null, 5)).toBeNull()
    expect(words(4, null)).toBeNull()
    expect(words(4, Number.NaN)).toBeNull()
    expect(words(4, 5, Number.NaN)).toBeNull()
  })
})
