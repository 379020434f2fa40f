import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { achievementEntity } from '#main/store/entities/achievements.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { planEntity, requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { type CountedItems, PlanView } from '#shared/contract/plan.ts'
import type { ActivityFields } from '#shared/model/activity.ts'
import { inLanguage } from '#shared/model/common.ts'
import { ForecastFacts } from '#shared/model/forecast.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import { add, openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import { readForecast } from './forecast-store.ts'
import { listCounted, passGate } from './gates-store.ts'
import { getPlan } from './plan-store.ts'

const TODAY = '2026-11-23'
const START = '2025-01-01'

let store: Store
let close: () => void
let stages: string[]

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
  add(store, planEntity, { title: 'P', fromRole: 'a', toRole: 'b', startDay: START, horizonYears: 5 })
  stages = ['first', 'second'].map((title, position) =>
    add(store, stageEntity, { title, position, plannedStart: START, plannedEnd: '2030-01-01' }),
  )
})
afterEach(() => close())

const ask = (stage: number, fields: Partial<RequirementFields>): string =>
  add(store, requirementEntity, { stageUid: stages[stage] ?? '', kind: 'evidence', count: 4, ...fields })

function viewOf(uid: string) {
  const found = PlanView.parse(getPlan(store))
    .stages.flatMap(({ requirements }) => requirements)
    .find((one) => one.uid === uid)
  if (found === undefined) throw new Error('no such requirement')
  return found
}

const titlesOf = ({ items }: CountedItems) => items.map(({ title }) => inLanguage(title, 'en')).sort()
const leftOf = ({ leftOut }: CountedItems) =>
  Object.fromEntries(leftOut.map(({ item, why }) => [inLanguage(item.title, 'en'), why]))

const line = (title: string, day: string, fields: Partial<ActivityFields> = {}) =>
  add(store, activityEntity, { title, day, kind: 'visibility', ...fields })

it('counts since the plan or the stage began, and says why the rest does not count', () => {
  for (const day of ['2024-06-01', START, '2026-03-01', '2026-03-02', TODAY, '2026-12-01'])
    add(store, achievementEntity, { title: day, day, scope: day === TODAY ? 'task' : 'project' })
  const kept = { evidenceKind: 'achievement', minScope: 'project' } as const
  const [always, plan, first, second] = [
    ask(0, kept),
    ask(1, { ...kept, since: 'plan' }),
    ask(0, { ...kept, since: 'stage' }),
    ask(1, { ...kept, since: 'stage' }),
  ]
  const counted = (requirementUid: string) => listCounted(store, { requirementUid })
  expect(titlesOf(counted(always))).toEqual(['2024-06-01', START, '2026-03-01', '2026-03-02'])
  expect(titlesOf(counted(plan))).toEqual([START, '2026-03-01', '2026-03-02'])
  expect(leftOf(counted(plan))).toEqual({ '2024-06-01': 'early', [TODAY]: 'scope' })
  expect(titlesOf(counted(first))).toEqual(titlesOf(counted(plan)))
  expect(counted(second).items).toEqual([])
  expect(Object.values(leftOf(counted(second)))).toContain('notYet')
  expect(viewOf(second)).toMatchObject({ current: 0, counted: 0, waitsForStage: true, countsFrom: null })

  const idle = () => readForecast(store).stages.flatMap(({ requirements }) => requirements.map((one) => one.idleMonths))
  expect(idle()).toEqual([null, 12, 12, 0])

  passGate(store, { stageUid: stages[0] ?? '', day: '2026-03-02', note: '' })
  // Eight whole months since then; a passed gate asks for nothing any more.
  expect(idle()).toEqual([12, 8])
  expect(titlesOf(counted(second))).toEqual(['2026-03-02'])
  expect(viewOf(second)).toMatchObject({ current: 1, waitsForStage: false, countsFrom: '2026-03-02' })
  expect(leftOf(counted(second))).toMatchObject({ '2026-03-01': 'early', [TODAY]: 'scope' })
})

it('takes no comment for a publication, and nothing of which it was not said what it was', () => {
  line('post', '2026-01-10', { visibilityKind: 'post', visibleTo: 'inside' })
  line('talk', '2026-02-10', { visibilityKind: 'talk', visibleTo: 'inside' })
  line('comment', '2026-03-10', { visibilityKind: 'comment', visibleTo: 'outside' })
  line('bare', '2026-04-10')
  line('meeting', '2026-05-10', { kind: 'meeting', visibilityKind: 'talk' })
  const asked = { evidenceKind: 'activity', activityKind: 'visibility' } as const
  const [any, some] = [ask(0, asked), ask(0, { ...asked, visibilityKinds: ['post', 'talk'], minOutside: 1, count: 2 })]
  expect(titlesOf(listCounted(store, { requirementUid: any }))).toEqual(['bare', 'comment', 'post', 'talk'])
  const counted = listCounted(store, { requirementUid: some })
  expect(titlesOf(counted)).toEqual(['post', 'talk'])
  expect(leftOf(counted)).toEqual({ comment: 'kind', bare: 'unsaid' })
  expect(viewOf(some)).toMatchObject({ current: 1, counted: 2, outside: 0, target: 2, value: 0.5 })
  const facts = ForecastFacts.parse(readForecast(store)).stages[0]?.requirements.find(({ uid }) => uid === some)
  expect(facts).toMatchObject({ current: 1, remaining: 0, outsidePace: { remaining: 1, history: { observations: 0 } } })

  line('meet-up', '2026-06-10', { visibilityKind: 'talk', visibleTo: 'outside' })
  expect(viewOf(some)).toMatchObject({ current: 3, counted: 3, outside: 1, value: 1 })
})
