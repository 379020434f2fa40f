import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { findRow, readRows } from '#main/store/engine/statements.ts'
import { dayOf, doneBy } from '#main/store/facts/done.ts'
import { VALID_CERTIFICATES } from '#main/store/facts/valid-certificates.ts'
import { type Day, LocalText } from '#shared/model/common.ts'
import type { ItemRef } from '#shared/model/entities.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import { Scope } from '#shared/model/vocabulary.ts'

/** The items a requirement counts: one definition for the number, for the list behind it and for its months. */
interface Counted {
  /** From which table, and which of its rows. */
  from: string
  /** The day on which each of them came to count: a column. */
  day: string
  values: Record<string, string>
}

type Asked = Pick<RequirementFields, 'kind' | 'evidenceKind' | 'activityKind' | 'minScope' | 'catalogueKeys'>

const scopesFrom = (minimum: Scope): Scope[] => Scope.options.slice(Scope.options.indexOf(minimum))

function countedCertifications(store: Store, keys: string[]): Counted {
  const values = { today: today(store) }
  const from = `FROM certification WHERE id IN (${VALID_CERTIFICATES})`
  const day = dayOf('certification')
  if (keys.length === 0) return { from, day, values }
  return {
    from: `${from} AND catalogue_key IN (SELECT value FROM json_each(:keys))`,
    day,
    values: { ...values, keys: JSON.stringify(keys) },
  }
}

function countedBy(store: Store, asked: Asked): Counted | null {
  const values = { today: today(store) }
  if (asked.kind === 'certification') return countedCertifications(store, asked.catalogueKeys)
  switch (asked.kind === 'evidence' ? asked.evidenceKind : null) {
    case 'learning':
      return { from: `FROM learning WHERE ${doneBy('learning', ':today')}`, day: dayOf('learning'), values }
    case 'project':
      return { from: `FROM project WHERE ${doneBy('project', ':today')}`, day: dayOf('project'), values }
    case 'certification':
      return countedCertifications(store, [])
    case 'achievement': {
      const fits = 'scope IN (SELECT value FROM json_each(:scopes))'
      const from = `FROM achievement WHERE ${doneBy('achievement', ':today')} AND ${fits}`
      const scopes = JSON.stringify(scopesFrom(asked.minScope ?? 'task'))
      return { from, day: dayOf('achievement'), values: { ...values, scopes } }
    }
    case 'activity': {
      const from = `FROM activity WHERE ${doneBy('activity', ':today')}`
      const day = dayOf('activity')
      if (asked.activityKind === null) return { from, day, values }
      return { from: `${from} AND kind = :kind`, day, values: { ...values, kind: asked.activityKind } }
    }
    case null:
      return null
  }
}

/** How many finished items fit a requirement; 0 for one that counts no items. */
export function countItems(store: Store, asked: Asked): number {
  const counted = countedBy(store, asked)
  if (counted === null) return 0
  return findRow<{ n: number }>(store, `SELECT count(*) AS n ${counted.from}`, counted.values)?.n ?? 0
}

/** The items behind that number, newest first, at most 200. */
export function listCountedItems(store: Store, asked: Asked): ItemRef[] {
  const counted = countedBy(store, asked)
  if (counted === null) return []
  const sql = `SELECT uid, type, title, day FROM item WHERE id IN (SELECT id ${counted.from}) ORDER BY day DESC, id DESC LIMIT 200`
  return readRows<ItemRef>(store, sql, counted.values, { title: LocalText })
}

/** How many of them came to count on each day from `since` on, in no order. */
export function countByDay(store: Store, asked: Asked, since: Day): { day: Day; count: number }[] {
  const counted = countedBy(store, asked)
  if (counted === null) return []
  const { from, day, values } = counted
  const sql = `SELECT ${day} AS day, count(*) AS count ${from} AND ${day} >= :since GROUP BY ${day}`
  return readRows<{ day: Day; count: number }>(store, sql, { ...values, since })
}
