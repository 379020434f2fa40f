import { desc, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { prepared, type Store } from '#main/store/database.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { personEntity } from '#main/store/entities/people.ts'
import type { Entity, Patch } from '#main/store/entity.ts'
import { type Saved, toViews } from '#main/store/items.ts'
import { findItem, itemExists, type Row, selectRows } from '#main/store/rows.ts'
import { activity } from '#main/store/schema/journal.ts'
import { write } from '#main/store/writer.ts'
import type { JournalCursor, JournalFilter } from '#shared/contract/journal.ts'
import { ftsQuery } from '#shared/domain/text.ts'
import type { ActivityFields, ActivityLine } from '#shared/model/activity.ts'

type Cursor = z.infer<typeof JournalCursor>

/** Conditions by name: the same set of names is the same statement, which is compiled once. */
const CONDITIONS: Record<string, SQL> = {
  text: sql`${activity.id} IN (SELECT rowid FROM item_text WHERE item_text MATCH ${sql.placeholder('text')})`,
  kinds: sql`${activity.kind} IN (SELECT value FROM json_each(${sql.placeholder('kinds')}))`,
  about: sql`${activity.id} IN (SELECT source_id FROM link WHERE target_id = ${sql.placeholder('about')})`,
  tag: sql`${activity.id} IN (SELECT item_id FROM item_tag WHERE tag = ${sql.placeholder('tag')})`,
  inbox: sql`${activity.inbox} = ${sql.placeholder('inbox')}`,
  from: sql`${activity.day} >= ${sql.placeholder('from')}`,
  to: sql`${activity.day} <= ${sql.placeholder('to')}`,
  after: sql`(${activity.day}, ${activity.id}) < (${sql.placeholder('afterDay')}, ${sql.placeholder('afterId')})`,
}

interface Condition {
  names: string[]
  values: Record<string, unknown>
  where: SQL | undefined
}

function toCondition(store: Store, filter: JournalFilter): Condition {
  const values: Record<string, unknown> = {}
  const text = filter.text === undefined ? null : ftsQuery(filter.text)
  if (text !== null) values.text = text
  if (filter.kinds !== undefined && filter.kinds.length > 0) values.kinds = JSON.stringify(filter.kinds)
  if (filter.about !== undefined) values.about = findItem(store, filter.about).id
  if (filter.tag !== undefined) values.tag = filter.tag
  if (filter.inbox !== undefined) values.inbox = filter.inbox ? 1 : 0
  if (filter.from !== undefined) values.from = filter.from
  if (filter.to !== undefined) values.to = filter.to
  return whereAll(values, Object.keys(values))
}

function whereAll(values: Record<string, unknown>, names: string[]): Condition {
  const parts = names.map((name) => CONDITIONS[name]).filter((part) => part !== undefined)
  return { names, values, where: parts.length === 0 ? undefined : sql.join(parts, sql` AND `) }
}

/** Adds the place where the page begins; when that line is gone meanwhile, its day is read again rather than skipped. */
function startAfter(store: Store, condition: Condition, after: Cursor | undefined): Condition {
  if (after === undefined) return condition
  const afterId = itemExists(store, after.uid) ? findItem(store, after.uid).id : Number.MAX_SAFE_INTEGER
  return whereAll({ ...condition.values, afterDay: after.day, afterId }, [...condition.names, 'after'])
}

/** Conditions that links can answer alone, as they hold the day of their activity. */
const ON_LINKS: Record<string, SQL> = {
  about: sql`link.target_id = ${sql.placeholder('about')} AND link.target_type = (SELECT type FROM item WHERE id = ${sql.placeholder('about')})`,
  from: sql`link.day >= ${sql.placeholder('from')}`,
  to: sql`link.day <= ${sql.placeholder('to')}`,
  after: sql`(link.day, link.source_id) < (${sql.placeholder('afterDay')}, ${sql.placeholder('afterId')})`,
}

/**
 * The condition of a page. Lines about an item or of some kinds are found and sorted within an index first, so that only
 * those of the page are read in full: reading all of them to sort them takes 100 times as long in a long journal.
 */
function pageWhere({ names, where }: Condition): SQL | undefined {
  const limit = sql.placeholder('limit')
  const onLinks = names.map((name) => ON_LINKS[name])
  if (names.includes('about') && onLinks.every((part) => part !== undefined))
    return sql`${activity.id} IN (SELECT source_id FROM link INDEXED BY link_target
      WHERE ${sql.join(onLinks, sql` AND `)} ORDER BY link.day DESC, link.source_id DESC LIMIT ${limit})`
  if (!names.includes('kinds')) return where
  return sql`${activity.id} IN (SELECT ${activity.id} FROM ${activity} WHERE ${where}
    ORDER BY ${activity.day} DESC, ${activity.id} DESC LIMIT ${limit})`
}

/** One page of the journal, newest day first, and where the next one begins (null = the end). */
export function pageActivities(
  store: Store,
  input: { filter: JournalFilter; after?: Cursor | undefined; limit: number },
): { lines: ActivityLine[]; next: Cursor | null } {
  const condition = startAfter(store, toCondition(store, input.filter), input.after)
  const rows = prepared(store, `journal.page:${condition.names.join()}`, () => {
    const lines = selectRows(store, activityEntity as unknown as Entity, {
      leaveOut: ['notes'],
      extra: { hasNotes: sql<boolean>`${activity.notes} <> ''`.mapWith(Boolean) },
    })
    return lines
      .where(pageWhere(condition))
      .orderBy(desc(activity.day), desc(activity.id))
      .limit(sql.placeholder('limit'))
      .prepare()
  }).all({ ...condition.values, limit: input.limit + 1 }) as Row[]
  const shown = rows.slice(0, input.limit)
  const lines = toViews(store, activityEntity, shown) as unknown as ActivityLine[]
  const last = lines.at(-1)
  const next = rows.length > input.limit && last !== undefined ? { day: last.day, uid: last.uid } : null
  return { lines, next }
}

/** Count and minutes of what a filter finds, and how many lines wait in the inbox. */
export function totalActivities(
  store: Store,
  input: { filter: JournalFilter },
): { count: number; minutes: number; inbox: number } {
  const condition = toCondition(store, input.filter)
  const [found] = prepared(store, `journal.totals:${condition.names.join()}`, () =>
    store.db
      .select({ count: sql<number>`count(*)`, minutes: sql<number>`ifnull(sum(${activity.minutes}), 0)` })
      .from(activity)
      .where(condition.where)
      .prepare(),
  ).all(condition.values)
  const [waiting] = prepared(store, 'journal.inbox', () =>
    store.sqlite.prepare<[], { n: number }>('SELECT count(*) AS n FROM activity WHERE inbox = 1'),
  ).all()
  return { count: found?.count ?? 0, minutes: found?.minutes ?? 0, inbox: waiting?.n ?? 0 }
}

/** Adds a captured line; people named for the first time are created with it, as one undoable action. */
export function captureActivity(
  store: Store,
  input: { uid?: string | undefined; fields: Patch<ActivityFields>; newPeople: string[] },
): Saved {
  const { result, batchId } = write(store, 'activity.create', (w) => {
    const people = input.newPeople.map((name) => w.insert(personEntity, { name }))
    const links = [...(input.fields.links ?? []), ...people]
    return w.insert(activityEntity, { ...input.fields, links }, input.uid)
  })
  return { uid: result, batchId }
}

/** Changes several lines as one undoable action. */
export function updateActivities(
  store: Store,
  input: { uids: string[]; patch: Patch<ActivityFields> },
): { batchId: number; count: number } {
  const { batchId } = write(store, 'activity.updateMany', (w) => {
    for (const uid of input.uids) w.update(activityEntity, uid, input.patch)
  })
  return { batchId, count: input.uids.length }
}

/** Removes several lines as one undoable action. */
export function removeActivities(store: Store, input: { uids: string[] }): { batchId: number; count: number } {
  const { batchId } = write(store, 'activity.removeMany', (w) => {
    for (const uid of input.uids) w.remove(activityEntity, uid)
  })
  return { batchId, count: input.uids.length }
}
