import { describe, expect, it } from 'vitest'
import { type ExperimentFields, emptyExperiment } from '#shared/model/obstacle.ts'
import { experimentStart, experimentState, sortExperiments } from './experiment-state.ts'

const TODAY = '2026-11-20'
let created = 0
const experiment = (fields: Partial<ExperimentFields>) => ({ ...emptyExperiment, ...fields, createdAt: ++created })

describe('experimentState', () => {
  it('is an idea until it starts', () => {
    expect(experimentState(experiment({}), TODAY)).toEqual({ state: 'suggested' })
  })

  it('runs until the eve of its review day', () => {
    const running = experiment({ startDay: '2026-11-01', reviewDay: '2026-11-21' })
    expect(experimentState(running, TODAY)).toEqual({ state: 'running', daysLeft: 1 })
    expect(experimentState({ ...running, reviewDay: null }, TODAY)).toEqual({ state: 'running', daysLeft: null })
  })

  it('asks for a verdict on its review day and after it', () => {
    const due = experiment({ startDay: '2026-11-01', reviewDay: TODAY })
    expect(experimentState(due, TODAY)).toEqual({ state: 'due', daysLate: 0 })
    expect(experimentState({ ...due, reviewDay: '2026-11-10' }, TODAY)).toEqual({ state: 'due', daysLate: 10 })
  })

  it('is closed by a verdict, whatever its days', () => {
    expect(experimentState(experiment({ verdict: 'failed', reviewDay: '2030-01-01' }), TODAY)).toEqual({
      state: 'closed',
      verdict: 'failed',
    })
  })
})

describe('experimentStart', () => {
  it('sets the review day after the suggested number of days', () => {
    expect(experimentStart({ reviewAfterDays: 30 }, '2026-11-20')).toEqual({
      startDay: '2026-11-20',
      reviewDay: '2026-12-20',
    })
  })
})

describe('sortExperiments', () => {
  it('puts what asks for something first and the newest verdict before older ones', () => {
    const idea = experiment({ title: 'idea' })
    const late = experiment({ title: 'late', startDay: '2026-09-01', reviewDay: '2026-10-01' })
    const soon = experiment({ title: 'soon', startDay: '2026-11-01', reviewDay: '2026-11-25' })
    const later = experiment({ title: 'later', startDay: '2026-11-01', reviewDay: '2026-12-25' })
    const old = experiment({ title: 'old', verdict: 'worked', verdictDay: '2026-01-01' })
    const fresh = experiment({ title: 'fresh', verdict: 'failed', verdictDay: '2026-06-01' })
    const sorted = sortExperiments([old, idea, fresh, later, soon, late], TODAY)
    expect(sorted.map(({ title }) => title)).toEqual(['late', 'soon', 'later', 'idea', 'fresh', 'old'])
  })
})
