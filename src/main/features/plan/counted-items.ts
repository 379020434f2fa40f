import { prepared, type Store } from '#main/store/database.ts'
import { today } from '#main/store/days.ts'
import type { LocalText } from '#shared/model/common.ts'
import type { ItemRef } from '#shared/model/item.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import { Scope } from '#shared/model/vocabulary.ts'

/** A query for the ids of the items a requirement counts: one definition for the number and for the list behind it. */
interface Counted {
  /** Names the statement: the same name is the same SQL. */
  name: string
  sql: string
  values: Record<string, string>
}

type Asked = Pick<RequirementFields, 'kind' | 'evidenceKind' | 'activityKind' | 'minScope' | 'catalogueKeys'>

const VALID_CERTIFICATIONS = `SELECT id FROM certification
  WHERE status = 'earned' AND (expiry_day IS NULL OR expiry_day >= :today)`

const scopesFrom = (minimum: Scope): Scope[] => Scope.options.slice(Scope.options.indexOf(minimum))

function countedCertifications(store: Store, keys: string[]): Counted {
  const values = { today: today(store) }
  if (keys.length === 0) return { name: 'certifications', sql: VALID_CERTIFICATIONS, values }
  const fits = 'catalogue_key IN (SELECT value FROM json_each(:keys))'
  return {
    name: 'certifications-of',
    sql: `${VALID_CERTIFICATIONS} AND ${fits}`,
    values: { ...values, keys: JSON.stringify(keys) },
  }
}

/** What counts is what has happened: a line or result written down for a later day is a plan. */
function countedBy(store: Store, asked: Asked): Counted | null {
  if (asked.kind === 'certification') return countedCertifications(store, asked.catalogueKeys)
  switch (asked.kind === 'evidence' ? asked.evidenceKind : null) {
    case 'learning':
      return { name: 'learning', sql: "SELECT id FROM learning WHERE status = 'done'", values: {} }
    case 'project':
      return { name: 'projects', sql: "SELECT id FROM project WHERE status = 'done'", values: {} }
    case 'certification':
      return countedCertifications(store, [])
    case 'achievement': {
      const sql = 'SELECT id FROM achievement WHERE day <= :today AND scope IN (SELECT value FROM json_each(:scopes))'
      const scopes = JSON.stringify(scopesFrom(asked.minScope ?? 'task'))
      return { name: 'achievements', sql, values: { today: today(store), scopes } }
    }
    case 'activity':
      return asked.activityKind === null
        ? { name: 'activities', sql: 'SELECT id FROM activity WHERE day <= :today', values: { today: today(store) } }
        : {
            name: 'activities-of',
            sql: 'SELECT id FROM activity WHERE kind = :kind AND day <= :today',
            values: { kind: asked.activityKind, today: today(store) },
          }
    case null:
      return null
  }
}

/** How many finished items fit a requirement; 0 for one that counts no items. */
export function countItems(store: Store, asked: Asked): number {
  const counted = countedBy(store, asked)
  if (counted === null) return 0
  const statement = prepared(store, `gate.count:${counted.name}`, () =>
    store.sqlite.prepare<Record<string, string>, { n: number }>(`SELECT count(*) AS n FROM (${counted.sql})`),
  )
  return statement.get(counted.values)?.n ?? 0
}

/** The items behind that number, newest first, at most 200. */
export function listCountedItems(store: Store, asked: Asked): ItemRef[] {
  const counted = countedBy(store, asked)
  if (counted === null) return []
  const statement = prepared(store, `gate.list:${counted.name}`, () =>
    store.sqlite.prepare<Record<string, string>, Omit<ItemRef, 'title'> & { title: string }>(
      `SELECT uid, type, title, day FROM item WHERE id IN (${counted.sql}) ORDER BY day DESC, id DESC LIMIT 200`,
    ),
  )
  return statement.all(counted.values).map((row) => ({ ...row, title: JSON.parse(row.title) as LocalText }))
}
