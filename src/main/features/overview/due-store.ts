import type { Store } from '#main/store/engine/database.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { doneBy } from '#main/store/facts/done.ts'
import { readPlanHead } from '#main/store/facts/plan-head.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import { DUE_NOTICE_DAYS, type DueFacts, dueItems } from '#shared/domain/states/due.ts'
import { type Day, LocalText } from '#shared/model/common.ts'
import type { DueItem } from '#shared/model/due.ts'
import type { ItemRef } from '#shared/model/entities.ts'
import { initiativeShape } from '#shared/model/initiative.ts'

const REF = 'item.uid, item.type, item.title, item.day'

const toRef = ({ uid, type, title, day }: ItemRef): ItemRef => ({ uid, type, title, day })

/** The only column that needs conversion in rows of what can be due. */
const READ = { title: LocalText }

const CERTIFICATIONS = `
  SELECT ${REF}, status, exam_day AS examDay, issue_day AS issueDay, expiry_day AS expiryDay
  FROM certification CROSS JOIN item USING (id)
  WHERE status IN ('planned', 'preparing', 'booked') AND exam_day IS NOT NULL
     OR status = 'earned' AND expiry_day IS NOT NULL`

const MILESTONES = `
  SELECT ${REF}, planned_day AS plannedDay
  FROM milestone CROSS JOIN item USING (id) JOIN stage ON stage.id = milestone.stage_id
  WHERE NOT ifnull(${doneBy('milestone', '@today')}, 0) AND stage.passed_on IS NULL AND planned_day <= @until`

const EXPERIMENTS = `
  SELECT ${REF}, review_day AS reviewDay
  FROM experiment CROSS JOIN item USING (id) WHERE verdict IS NULL AND start_day IS NOT NULL AND review_day <= @until`

/**
 * The last activity comes from the covering index of links, which holds days for activities only; a planned activity
 * does not count yet.
 */
const PEOPLE = `
  SELECT ${REF}, cadence_days AS cadenceDays, item.created_at AS createdAt,
    (SELECT link.day FROM link INDEXED BY link_target
     WHERE target_type = 'person' AND target_id = person.id AND link.day <= @today ORDER BY link.day DESC LIMIT 1) AS lastDay
  FROM person CROSS JOIN item USING (id) WHERE cadence_days IS NOT NULL`

const INITIATIVES = `
  SELECT ${REF}, status, end_day AS endDay, retros
  FROM initiative CROSS JOIN item USING (id) WHERE ${doneBy('initiative', '@today')}`

const REVIEWS = `
  SELECT ${REF}, period_start AS start, period_end AS "end", status = 'signed' AS signed
  FROM review CROSS JOIN item USING (id)`

type Certification = Omit<DueFacts['certifications'][number], 'item'>

interface Person {
  cadenceDays: number
  createdAt: number
  lastDay: Day | null
}

interface Review {
  start: Day
  end: Day
  signed: number
}

function gatherDueFacts(store: Store, today: Day): DueFacts {
  const until = addDays(today, DUE_NOTICE_DAYS)
  const zone = store.zone()
  const certifications = readRows<ItemRef & Certification>(store, CERTIFICATIONS, [], READ)
  const milestones = readRows<ItemRef & { plannedDay: Day }>(store, MILESTONES, { until, today }, READ)
  const experiments = readRows<ItemRef & { reviewDay: Day }>(store, EXPERIMENTS, { until }, READ)
  const initiatives = readRows<ItemRef & Omit<DueFacts['initiatives'][number], 'item'>>(
    store,
    INITIATIVES,
    { today },
    { ...READ, retros: initiativeShape.retros },
  )
  const people = readRows<ItemRef & Person>(store, PEOPLE, { today }, READ)
  const reviews = readRows<ItemRef & Review>(store, REVIEWS, [], READ)
  return {
    certifications: certifications.map((row) => ({
      item: toRef(row),
      status: row.status,
      examDay: row.examDay,
      issueDay: row.issueDay,
      expiryDay: row.expiryDay,
    })),
    milestones: milestones.map((row) => ({ item: toRef(row), plannedDay: row.plannedDay })),
    experiments: experiments.map((row) => ({ item: toRef(row), reviewDay: row.reviewDay })),
    initiatives: initiatives.map((row) => ({
      item: toRef(row),
      status: row.status,
      endDay: row.endDay,
      retros: row.retros,
    })),
    people: people.map((row) => ({
      item: toRef(row),
      cadenceDays: row.cadenceDays,
      lastDay: row.lastDay,
      since: zone.dayOf(row.createdAt),
    })),
    planStart: readPlanHead(store)?.startDay ?? null,
    reviews: reviews.map((row) => ({
      item: toRef(row),
      start: row.start,
      end: row.end,
      isSigned: row.signed === 1,
    })),
  }
}

/** Everything that waits for the person on `today`, the most overdue first. */
export function readDue(store: Store, today: Day): DueItem[] {
  return dueItems(gatherDueFacts(store, today), today)
}
