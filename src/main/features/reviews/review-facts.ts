import { dayTotals, kindTotals, totalsAbout } from '#main/features/journal/journal-totals-store.ts'
import { readPresentStage } from '#main/features/plan/present-stage-store.ts'
import type { Store } from '#main/store/database.ts'
import { type Period, periodBefore } from '#shared/domain/plan-years.ts'
import { openGaps } from '#shared/domain/review-focus.ts'
import { minutesByMonth, minutesByWeek, periodTotals } from '#shared/domain/review-totals.ts'
import type { Day, LocalText } from '#shared/model/common.ts'
import type { ReviewFacts } from '#shared/model/review.ts'
import type { ItemType } from '#shared/model/vocabulary.ts'
import { certificationFacts, learningFacts, type MinutesById, projectFacts, skillFacts } from './facts-of-growth.ts'
import {
  achievementFacts,
  experimentFacts,
  gateFacts,
  metricFacts,
  milestoneFacts,
  obstacleFacts,
  peopleFacts,
} from './facts-of-impact.ts'
import { parseText, readRows } from './rows.ts'

type Stage = ReturnType<typeof readPresentStage>

function planFacts(store: Store, stage: Stage): ReviewFacts['plan'] {
  const [plan] = readRows<{ fromRole: string; toRole: string; vision: string }>(
    store,
    'plan',
    'SELECT from_role AS fromRole, to_role AS toRole, vision FROM plan ORDER BY id LIMIT 1',
  )
  if (plan === undefined) return null
  return {
    fromRole: parseText(plan.fromRole),
    toRole: parseText(plan.toRole),
    vision: plan.vision,
    stage: stage?.title ?? null,
    readiness: stage?.gate.value ?? null,
    gaps: openGaps(stage?.gate.requirements ?? []),
  }
}

/** Focus of the newest signed review of an earlier period; of its newest revision. */
function previousFocus(store: Store, { start }: Period): LocalText[] {
  const [found] = readRows<{ focus: string }>(
    store,
    'previous-focus',
    `SELECT focus FROM review WHERE status = 'signed' AND period_end < @start
     ORDER BY period_end DESC, revision DESC, id DESC LIMIT 1`,
    { start },
  )
  return found === undefined ? [] : (JSON.parse(found.focus) as LocalText[])
}

function minutesOf(store: Store, type: ItemType, { start, end }: Period): MinutesById {
  return new Map(totalsAbout(store, type, start, end).map(({ id, minutes }) => [id, minutes]))
}

function bySkill(store: Store, { start, end }: Period): ReviewFacts['bySkill'] {
  const totals = totalsAbout(store, 'skill', start, end)
  const titles = readRows<{ id: number; title: string }>(store, 'skill-titles', 'SELECT id, title FROM skill')
  const titleOf = new Map(titles.map(({ id, title }) => [id, parseText(title)]))
  return totals.map(({ id, minutes, activities }) => ({ skill: titleOf.get(id) ?? '', minutes, activities }))
}

/** Everything known about a period, as the data is now. Reads only; the caller brings the transaction. */
export function gatherReviewFacts(store: Store, period: Period, today: Day): ReviewFacts {
  const { start, end } = period
  const before = periodBefore(period)
  const days = dayTotals(store, start, end)
  const stage = readPresentStage(store)
  return {
    periodStart: start,
    periodEnd: end,
    plan: planFacts(store, stage),
    previousFocus: previousFocus(store, period),
    totals: periodTotals(days),
    before: periodTotals(dayTotals(store, before.start, before.end)),
    byKind: kindTotals(store, start, end),
    byMonth: minutesByMonth(period, days),
    byWeek: minutesByWeek(period, days),
    bySkill: bySkill(store, period),
    gatesPassed: gateFacts(store, period),
    milestones: milestoneFacts(store, period),
    ...skillFacts(store, period, stage?.uid ?? null),
    learning: learningFacts(store, period, minutesOf(store, 'learning', period)),
    certifications: certificationFacts(store, period, today),
    projects: projectFacts(store, period, minutesOf(store, 'project', period)),
    achievements: achievementFacts(store, period),
    metrics: metricFacts(store, period),
    obstacles: obstacleFacts(store),
    experiments: experimentFacts(store, period),
    people: peopleFacts(store, period),
  }
}
