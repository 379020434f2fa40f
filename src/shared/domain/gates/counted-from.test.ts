import { describe, expect, it } from 'vitest'
import { countedFrom } from './counted-from.ts'

const days = {
  startDay: '2024-01-01',
  stages: [
    { uid: 'first', passedOn: '2025-03-01' },
    { uid: 'second', passedOn: null },
    { uid: 'third', passedOn: null },
  ],
}

describe('what counts for a requirement', () => {
  it('is everything, whatever its day, where nothing else was asked', () => {
    expect(countedFrom({ since: 'always', stageUid: 'third' }, days)).toBeNull()
  })

  it('begins with the plan, whichever stage asks', () => {
    expect(countedFrom({ since: 'plan', stageUid: 'third' }, days)).toBe('2024-01-01')
    expect(countedFrom({ since: 'plan', stageUid: 'third' }, { ...days, startDay: null })).toBeNull()
  })

  it('begins with its stage: the first with the plan, the others on the day the gate before was passed', () => {
    const begin = (stageUid: string) => countedFrom({ since: 'stage', stageUid }, days)
    expect([begin('first'), begin('second'), begin('third')]).toEqual(['2024-01-01', '2025-03-01', 'notYet'])
  })
})
