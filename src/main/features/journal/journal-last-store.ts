import { desc, inArray } from 'drizzle-orm'
import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { toViews } from '#main/store/engine/items.ts'
import { type Row, selectRows } from '#main/store/engine/rows.ts'
import { readRows } from '#main/store/engine/statements.ts'
import type { Entity } from '#main/store/entities/entity.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { activity } from '#main/store/schema/journal.ts'
import type { Activity, LastLine } from '#shared/contract/journal.ts'
import { usualDays, usualTitles } from '#shared/domain/capture/usual-lines.ts'
import type { Day } from '#shared/model/common.ts'

/** Number of last entries that can be repeated. */
const MOST_LINES = 50

/** Number of the newest entries searched for them. */
const LOOKED_AT = 2000

/**
 * The entries added last, newest first; of several with the same title only the newest. Visibility entries that say
 * what it was or who saw it are left out, because quick add could not say that again.
 */
export function listLastLines(store: Store): LastLine[] {
  const newest = readRows<{ id: number }>(
    store,
    `SELECT max(id) AS id FROM (SELECT id, title FROM activity ORDER BY id DESC LIMIT ?)
     GROUP BY title ORDER BY id DESC LIMIT ?`,
    [LOOKED_AT, MOST_LINES],
  )
  return readLines(
    store,
    newest.map(({ id }) => id),
  )
}

/** Entries by id, newest first, without visibility entries that say more than their kind. */
function readLines(store: Store, ids: readonly number[]): LastLine[] {
  const rows = selectRows(store, activityEntity as unknown as Entity, { leaveOut: ['notes'] })
    .where(inArray(activity.id, [...ids]))
    .orderBy(desc(activity.id))
    .all() as Row[]
  return (toViews(store, activityEntity, rows) as unknown as Activity[])
    .filter(({ kind, visibilityKind, visibleTo }) => kind !== 'visibility' || (visibilityKind ?? visibleTo) === null)
    .map(({ title, kind, minutes, tags, refs }) => ({ title, kind, minutes, tags, refs }))
}

const OF_DAYS = 'SELECT id, title, day FROM activity WHERE day IN (SELECT value FROM json_each(?))'

/** Entries that are usual on this weekday and not made yet today, the most usual first, each as it was made last. */
export function listUsualLines(store: Store): LastLine[] {
  const now = today(store)
  const days = JSON.stringify([now, ...usualDays(now)])
  const lines = readRows<{ id: number; title: string; day: Day }>(store, OF_DAYS, [days])
  const titles = usualTitles(lines, now)
  if (titles.length === 0) return []
  const idsOf = (title: string) => lines.filter((line) => line.title === title).map(({ id }) => id)
  const last = readLines(
    store,
    titles.map((title) => Math.max(...idsOf(title))),
  )
  return last.toSorted((one, other) => titles.indexOf(one.title) - titles.indexOf(other.title))
}

/** Number of tags offered; rarer tags have to be typed. */
const MOST_TAGS = 500

/** Number of the tags given last that are searched for them. */
const GIVEN_LAST = 10_000

/** Tags of the newest items, the most used first. */
export function listUsedTags(store: Store): string[] {
  return readRows<{ tag: string; items: number }>(
    store,
    `SELECT tag, count(*) AS items FROM (SELECT tag FROM item_tag ORDER BY item_id DESC LIMIT ?)
     GROUP BY tag ORDER BY items DESC, tag LIMIT ?`,
    [GIVEN_LAST, MOST_TAGS],
  ).map(({ tag }) => tag)
}
