import { z } from 'zod'
import { dayTotals, kindTotals, totalsAbout } from '#main/features/journal/journal-totals-store.ts'
import { readPresentStage } from '#main/features/plan/present-stage-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { findRow, readRows } from '#main/store/engine/statements.ts'
import { readPlanHead } from '#main/store/facts/plan-head.ts'
import { planTemplate } from '#main/store/facts/plan-template.ts'
import { type Period, periodBefore } from '#shared/domain/calendar/plan-years.ts'
import { openGaps } from '#shared/domain/reviews/review-focus.ts'
import { minutesByMonth, minutesByWeek, periodTotals } from '#shared/domain/reviews/review-totals.ts'
import { LocalText } from '#shared/model/common.ts'
import type { ItemType } from '#shared/model/entities.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
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
import { uidOf } from './uid-of.ts'

type Stage = ReturnType<typeof readPresentStage>

function planFacts(store: Store, stage: Stage): ReviewFacts['plan'] {
  const plan = readPlanHead(store)
  if (plan === null) return null
  return {
    fromRole: plan.fromRole,
    toRole: plan.toRole,
    vision: plan.vision,
    stage: stage?.title ?? null,
    stageUid: stage?.uid ?? null,
    readiness: stage?.gate.value ?? null,
    gaps: openGaps(stage?.gate.requirements ?? []),
  }
}

/** Focus of the newest signed review of an earlier period; of its newest revision. */
function previousFocus(store: Store, { start }: Period): LocalText[] {
  const found = findRow<{ focus: LocalText[] }>(
    store,
    `SELECT focus FROM review WHERE status = 'signed' AND period_end < @start
     ORDER BY period_end DESC, revision DESC, id DESC LIMIT 1`,
    { start },
    { focus: z.array(LocalText) },
  )
  return found?.focus ?? []
}

function minutesOf(store: Store, type: ItemType, period: Period): MinutesById {
  return new Map(totalsAbout(store, type, period).map(({ id, minutes }) => [id, minutes]))
}

function bySkill(store: Store, period: Period): ReviewFacts['bySkill'] {
  const totals = totalsAbout(store, 'skill', period)
  const skills = readRows<{ id: number; uid: string; title: LocalText }>(
    store,
    `SELECT id, ${uidOf('skill')}, title FROM skill`,
    [],
    { title: LocalText },
  )
  const skillOf = new Map(skills.map(({ id, uid, title }) => [id, { uid, skill: title }]))
  return totals.flatMap(({ id, minutes, activities }) => {
    const skill = skillOf.get(id)
    return skill === undefined ? [] : [{ ...skill, minutes, activities }]
  })
}

/**
 * Everything known about a period, from the present data. For a period that is still running, only what has happened by
 * today counts: planned is not done. Only milestones are listed before their day. Only reads; the caller opens the
 * transaction.
 */
export function gatherReviewFacts(store: Store, period: Period): ReviewFacts {
  const { start, end } = period
  const now = today(store)
  const passed = { start, end: end < now ? end : now }
  const before = periodBefore(period)
  const days = dayTotals(store, period)
  const stage = readPresentStage(store)
  return {
    periodStart: start,
    periodEnd: end,
    plan: planFacts(store, stage),
    roles: planTemplate(store).head.shortRoles,
    previousFocus: previousFocus(store, period),
    totals: periodTotals(days),
    before: periodTotals(dayTotals(store, before)),
    byKind: kindTotals(store, period),
    byMonth: minutesByMonth(period, days),
    byWeek: minutesByWeek(period, days),
    bySkill: bySkill(store, period),
    gatesPassed: gateFacts(store, passed),
    milestones: milestoneFacts(store, period, passed.end),
    ...skillFacts(store, passed, stage?.uid ?? null),
    learning: learningFacts(store, passed, minutesOf(store, 'learning', period)),
    certifications: certificationFacts(store, passed),
    projects: projectFacts(store, passed, minutesOf(store, 'project', period)),
    achievements: achievementFacts(store, passed),
    metrics: metricFacts(store, passed),
    obstacles: obstacleFacts(store),
    experiments: experimentFacts(store, passed),
    people: peopleFacts(store, period),
  }
}
