import { expect, it } from 'vitest'
import { summarizeExperiments } from './summarize-experiments.ts'

const experiment = (
  startDay: string | null,
  reviewDay: string | null,
  verdict: 'worked' | 'failed' | 'inconclusive' | null = null,
) => ({ startDay, reviewDay, verdict })

it('counts experiments by where they stand and finds the next review', () => {
  const all = [
    experiment(null, null),
    experiment('2026-11-01', '2026-12-01'),
    experiment('2026-10-01', '2026-11-01'),
    experiment('2026-01-01', '2026-02-01', 'failed'),
    experiment('2026-11-05', null),
  ]
  expect(summarizeExperiments(all, '2026-11-20')).toEqual({
    suggested: 1,
    running: 3,
    closed: 1,
    nextReview: '2026-11-01',
  })
})

it('knows of no review where nothing runs', () => {
  const idle = [experiment(null, '2026-12-01'), experiment('2026-01-01', '2026-02-01', 'worked')]
  expect(summarizeExperiments(idle, '2026-11-20')).toMatchObject({ suggested: 1, closed: 1, nextReview: null })
  expect(summarizeExperiments([], '2026-11-20').nextReview).toBeNull()
})
