import { prepared, type Store } from '#main/store/database.ts'
import { addDays, localDay } from '#shared/domain/calendar.ts'
import { DUE_NOTICE_DAYS, type DueFacts, dueItems } from '#shared/domain/due.ts'
import type { Day, LocalText } from '#shared/model/common.ts'
import type { DueItem } from '#shared/model/due.ts'
import type { ItemRef } from '#shared/model/item.ts'

type RefRow = { uid: string; type: ItemRef['type']; title: string; day: string | null }

// CROSS JOIN keeps SQLite from walking all items to find the few of one table.
const REF = 'item.uid, item.type, item.title, item.day'

function toRef({ uid, type, title, day }: RefRow): ItemRef {
  return { uid, type, title: JSON.parse(title) as LocalText, day }
}

function rowsOf<Row>(store: Store, name: string, text: string, parameters: object = {}): (Row & RefRow)[] {
  return prepared(store, `overview.due:${name}`, () => store.sqlite.prepare<object, Row & RefRow>(text)).all(parameters)
}

const CERTIFICATIONS = `
  SELECT ${REF}, status, exam_day AS examDay, expiry_day AS expiryDay
  FROM certification CROSS JOIN item USING (id)
  WHERE status IN ('planned', 'preparing', 'booked') AND exam_day IS NOT NULL
     OR status = 'earned' AND expiry_day IS NOT NULL`

const MILESTONES = `
  SELECT ${REF}, planned_day AS plannedDay
  FROM milestone CROSS JOIN item USING (id) JOIN stage ON stage.id = milestone.stage_id
  WHERE done_day IS NULL AND stage.passed_on IS NULL AND planned_day <= @until`

const EXPERIMENTS = `
  SELECT ${REF}, review_day AS reviewDay
  FROM experiment CROSS JOIN item USING (id) WHERE verdict IS NULL AND start_day IS NOT NULL AND review_day <= @until`

/** The last activity comes from the covering index of links, which holds days for activities only; a planned one is none yet. */
const PEOPLE = `
  SELECT ${REF}, cadence_days AS cadenceDays, item.created_at AS createdAt,
    (SELECT link.day FROM link INDEXED BY link_target
     WHERE target_type = 'person' AND target_id = person.id AND link.day <= @today ORDER BY link.day DESC LIMIT 1) AS lastDay
  FROM person CROSS JOIN item USING (id) WHERE cadence_days IS NOT NULL`

const REVIEWS = `
  SELECT ${REF}, period_start AS start, period_end AS "end", status = 'signed' AS signed
  FROM review CROSS JOIN item USING (id)`

function gatherDueFacts(store: Store, today: Day): DueFacts {
  const until = addDays(today, DUE_NOTICE_DAYS)
  const plan = prepared(store, 'overview.plan-start', () =>
    store.sqlite.prepare<[], { startDay: Day }>('SELECT start_day AS startDay FROM plan ORDER BY id LIMIT 1'),
  ).get()
  return {
    certifications: rowsOf<Omit<DueFacts['certifications'][number], 'item'>>(
      store,
      'certifications',
      CERTIFICATIONS,
    ).map((row) => ({ item: toRef(row), status: row.status, examDay: row.examDay, expiryDay: row.expiryDay })),
    milestones: rowsOf<{ plannedDay: Day }>(store, 'milestones', MILESTONES, { until }).map((row) => ({
      item: toRef(row),
      plannedDay: row.plannedDay,
    })),
    experiments: rowsOf<{ reviewDay: Day }>(store, 'experiments', EXPERIMENTS, { until }).map((row) => ({
      item: toRef(row),
      reviewDay: row.reviewDay,
    })),
    people: rowsOf<{ cadenceDays: number; createdAt: number; lastDay: Day | null }>(store, 'people', PEOPLE, {
      today,
    }).map((row) => ({
      item: toRef(row),
      cadenceDays: row.cadenceDays,
      lastDay: row.lastDay,
      since: localDay(row.createdAt),
    })),
    planStart: plan?.startDay ?? null,
    reviews: rowsOf<{ start: Day; end: Day; signed: number }>(store, 'reviews', REVIEWS).map((row) => ({
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
