import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { findRow, readRows } from '#main/store/engine/statements.ts'
import { dayOf, doneBy } from '#main/store/facts/done.ts'
import { VALID_CERTIFICATES } from '#main/store/facts/valid-certificates.ts'
import type { CountedItems, LeftOut } from '#shared/contract/plan.ts'
import type { CountedFrom } from '#shared/domain/gates/counted-from.ts'
import { type Day, LocalText } from '#shared/model/common.ts'
import type { ItemRef } from '#shared/model/entities.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import { type EvidenceKind, Scope } from '#shared/model/vocabulary.ts'

/** A condition an item must meet to count, and the reason shown when it does not. */
interface Condition {
  why: LeftOut['why']
  sql: string
}

/** The items a requirement counts: one definition for the number, for the list behind it and for its months. */
interface Counted {
  /** The table, with the condition for rows of the sort asked for. */
  from: string
  /** Which of these rows count; the first condition a row does not meet is the reason shown. */
  conditions: Condition[]
  /** The column with the day on which a row came to count. */
  day: string
  values: Record<string, string>
}

export type Asked = Pick<
  RequirementFields,
  'kind' | 'evidenceKind' | 'activityKind' | 'minScope' | 'catalogueKeys' | 'visibilityKinds'
>

const scopesFrom = (minimum: Scope): Scope[] => Scope.options.slice(Scope.options.indexOf(minimum))

const oneOf = (column: string, name: string) => `${column} IN (SELECT value FROM json_each(:${name}))`

function countedCertifications(now: Day, keys: string[]): Counted {
  const asked = keys.length === 0 ? '' : ` AND ${oneOf('catalogue_key', 'keys')}`
  return {
    from: `FROM certification WHERE id IN (${VALID_CERTIFICATES})${asked}`,
    conditions: [],
    day: dayOf('certification'),
    values: keys.length === 0 ? { today: now } : { today: now, keys: JSON.stringify(keys) },
  }
}

function countedActivities(now: Day, { activityKind, visibilityKinds }: Asked): Counted {
  const done = `FROM activity WHERE ${doneBy('activity', ':today')}`
  const day = dayOf('activity')
  if (activityKind === null) return { from: done, conditions: [], day, values: { today: now } }
  const values = { today: now, kind: activityKind }
  const from = `${done} AND kind = :kind`
  if (activityKind !== 'visibility' || visibilityKinds.length === 0) return { from, conditions: [], day, values }
  const conditions: Condition[] = [
    { why: 'unsaid', sql: 'visibility_kind IS NOT NULL' },
    { why: 'kind', sql: oneOf('visibility_kind', 'visibility') },
  ]
  return { from, conditions, day, values: { ...values, visibility: JSON.stringify(visibilityKinds) } }
}

function countedAchievements(now: Day, minScope: Scope): Counted {
  return {
    from: `FROM achievement WHERE ${doneBy('achievement', ':today')}`,
    conditions: [{ why: 'scope', sql: oneOf('scope', 'scopes') }],
    day: dayOf('achievement'),
    values: { today: now, scopes: JSON.stringify(scopesFrom(minScope)) },
  }
}

function countedEvidence(now: Day, kind: EvidenceKind, asked: Asked): Counted {
  const finished = { conditions: [], values: { today: now } }
  switch (kind) {
    case 'learning':
      return { ...finished, from: `FROM learning WHERE ${doneBy('learning', ':today')}`, day: dayOf('learning') }
    case 'project':
      return { ...finished, from: `FROM project WHERE ${doneBy('project', ':today')}`, day: dayOf('project') }
    case 'certification':
      return countedCertifications(now, [])
    case 'achievement':
      return countedAchievements(now, asked.minScope ?? 'task')
    case 'activity':
      return countedActivities(now, asked)
  }
}

/** What a requirement counts, whatever the day from which it counts; null for a requirement that counts no items. */
function countedAnyDay(store: Store, asked: Asked): Counted | null {
  const now = today(store)
  if (asked.kind === 'certification') return countedCertifications(now, asked.catalogueKeys)
  if (asked.kind !== 'evidence' || asked.evidenceKind === null) return null
  return countedEvidence(now, asked.evidenceKind, asked)
}

function countedBy(store: Store, asked: Asked, since: CountedFrom): Counted | null {
  const counted = countedAnyDay(store, asked)
  if (counted === null || since === null) return counted
  const { conditions, day, values } = counted
  if (since === 'notYet') return { ...counted, conditions: [...conditions, { why: 'notYet', sql: 'FALSE' }] }
  const begun: Condition = { why: 'early', sql: `${day} >= :since` }
  return { ...counted, conditions: [...conditions, begun], values: { ...values, since } }
}

/** The rows that count, as the end of a statement. */
const fitting = ({ from, conditions }: Counted) => [from, ...conditions.map(({ sql }) => sql)].join(' AND ')

/**
 * How many finished items fit a requirement, and how many of them were seen outside; 0 for a requirement that counts no
 * items.
 */
export function countItems(store: Store, asked: Asked, since: CountedFrom): { count: number; outside: number } {
  const counted = countedBy(store, asked, since)
  if (counted === null) return { count: 0, outside: 0 }
  const outside = asked.activityKind === 'visibility' ? "ifnull(sum(visible_to = 'outside'), 0)" : '0'
  const sql = `SELECT count(*) AS count, ${outside} AS outside ${fitting(counted)}`
  return findRow<{ count: number; outside: number }>(store, sql, counted.values) ?? { count: 0, outside: 0 }
}

/** Finished items of the sort asked for that do not count, each with the reason; newest first, at most 50. */
function listLeftOut(store: Store, { from, conditions, values }: Counted): LeftOut[] {
  if (conditions.length === 0) return []
  const why = conditions.map(({ sql, why: reason }) => `WHEN NOT (${sql}) THEN '${reason}'`).join(' ')
  const rows = readRows<ItemRef & Pick<LeftOut, 'why'>>(
    store,
    `SELECT uid, type, title, item.day, why FROM (SELECT id, CASE ${why} END AS why ${from}) CROSS JOIN item USING (id)
     WHERE why IS NOT NULL ORDER BY item.day DESC, id DESC LIMIT 50`,
    values,
    { title: LocalText },
  )
  return rows.map(({ why: reason, ...item }) => ({ item, why: reason }))
}

/** The items a requirement counts, newest first, at most 200, and the items left out. */
export function listCountedItems(store: Store, asked: Asked, since: CountedFrom): CountedItems {
  const counted = countedBy(store, asked, since)
  if (counted === null) return { items: [], leftOut: [] }
  const sql = `SELECT uid, type, title, day FROM item WHERE id IN (SELECT id ${fitting(counted)}) ORDER BY day DESC, id DESC LIMIT 200`
  const items = readRows<ItemRef>(store, sql, counted.values, { title: LocalText })
  return { items, leftOut: listLeftOut(store, counted) }
}

/** Which days to count on, and of which items: those seen outside the company, or all that fit. */
interface DaysAsked {
  from: Day
  outside?: boolean
}

/**
 * Number of items of the sort asked for on each day from a given day on, unordered. Items that do not count yet are
 * included: the numbers show the pace at which such things are done, also before their stage began.
 */
export function countByDay(store: Store, asked: Asked, { from, outside = false }: DaysAsked) {
  const counted = countedAnyDay(store, asked)
  if (counted === null) return []
  const { day, values } = counted
  const seen = outside ? " AND visible_to = 'outside'" : ''
  const sql = `SELECT ${day} AS day, count(*) AS count ${fitting(counted)}${seen} AND ${day} >= :from GROUP BY ${day}`
  return readRows<{ day: Day; count: number }>(store, sql, { ...values, from })
}
