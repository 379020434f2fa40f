import { desc, type SQL, sql } from 'drizzle-orm'
import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { toViews } from '#main/store/engine/items.ts'
import { type Row, selectRows } from '#main/store/engine/rows.ts'
import { buildOnce, findRow, readRows } from '#main/store/engine/statements.ts'
import type { Entity } from '#main/store/entities/entity.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { doneBy } from '#main/store/facts/done.ts'
import { activity } from '#main/store/schema/journal.ts'
import type { ActivityLine, JournalFilter, JournalTotals, KindSum } from '#shared/contract/journal.ts'
import { type MonthOfDays, toMonths } from '#shared/domain/calendar/day-order.ts'
import { ftsQuery } from '#shared/domain/text/text.ts'
import type { Day } from '#shared/model/common.ts'

/** Conditions whose items are found by an index that does not hold the day. */
const SETS = {
  text: 'SELECT rowid FROM item_text WHERE item_text MATCH :text',
  about: 'SELECT source_id FROM link WHERE target_id = :about',
  tag: 'SELECT item_id FROM item_tag WHERE tag = :tag',
} as const
type SetName = keyof typeof SETS

/** Conditions by name: the same set of names gives the same statement, which is compiled once. */
const CONDITIONS: Record<string, string> = {
  text: `activity.id IN (${SETS.text})`,
  about: `activity.id IN (${SETS.about})`,
  tag: `activity.id IN (${SETS.tag})`,
  kinds: "ifnull(activity.kind, 'none') IN (SELECT value FROM json_each(:kinds))",
  waiting: 'activity.inbox = 1',
  sorted: 'activity.inbox = 0',
  from: 'activity.day >= :from',
  to: 'activity.day <= :to',
  done: doneBy('activity', ':today'),
}

/** Conditions that the link table can answer alone, because links hold the day and the minutes of their activity. */
const ON_LINKS: Record<string, string> = {
  about: `link.target_id = :about AND link.target_type = (SELECT type FROM item WHERE id = :about) AND link.day IS NOT NULL`,
  from: 'link.day >= :from',
  to: 'link.day <= :to',
}

interface Condition {
  names: string[]
  values: Record<string, unknown>
}

/** A search phrase without words, which matches no text. */
const NO_WORDS = '""'

/** The row id of no item. */
const NO_ITEM = -1

const itemId = (store: Store, uid: string): number =>
  findRow<{ id: number }>(store, 'SELECT id FROM item WHERE uid = ?', [uid])?.id ?? NO_ITEM

/**
 * Makes the condition of a filter. A search text without a searchable word finds nothing: it is shown as a condition,
 * so it must not find the whole journal. The same goes for a removed item, which addresses and saved views may name for years.
 */
function toCondition(store: Store, filter: JournalFilter): Condition {
  const values: Record<string, unknown> = {}
  if (filter.text) values.text = ftsQuery(filter.text) ?? NO_WORDS
  if (filter.kinds !== undefined && filter.kinds.length > 0) values.kinds = JSON.stringify(filter.kinds)
  if (filter.about !== undefined) values.about = itemId(store, filter.about)
  if (filter.tag !== undefined) values.tag = filter.tag
  if (filter.from !== undefined) values.from = filter.from
  if (filter.to !== undefined) values.to = filter.to
  const names = Object.keys(values)
  if (filter.inbox !== undefined) names.push(filter.inbox ? 'waiting' : 'sorted')
  return { names, values }
}

/** Up to this number of items, looking each one up is faster than walking through the journal in order. */
const FEW = 500

/** Whether one of the sets a filter names is small. */
function isOfFew(store: Store, { names, values }: Condition): boolean {
  const sets = names.filter((name): name is SetName => name in SETS)
  return sets.some((name) => {
    const found = findRow<{ count: number }>(store, `SELECT count(*) AS count FROM (${SETS[name]} LIMIT ${FEW})`, {
      [name]: values[name],
    })
    return found !== null && found.count < FEW
  })
}

const whereAll = (parts: (string | undefined)[]) => (parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`)

/**
 * Where the entries of a filter are found: a subquery with the columns `id`, `day` and `minutes` of `activity`, and
 * `kind` if `withKind`. It walks through an index in the order of the journal, so that neither sorting nor counting
 * reads the entries themselves, which takes many times as long. Only where a set is small are its entries looked up
 * instead.
 */
function foundLines(store: Store, condition: Condition, { withKind = false } = {}): string {
  const { names } = condition
  const onLinks = names.map((name) => ON_LINKS[name])
  if (!withKind && names.includes('about') && onLinks.every((part) => part !== undefined))
    return `(SELECT source_id AS id, day, minutes FROM link INDEXED BY link_target ${whereAll(onLinks)}) AS activity`
  const index = names.includes('waiting') ? 'activity_inbox' : 'activity_day'
  const by = isOfFew(store, condition) ? '' : `INDEXED BY ${index}`
  return `activity ${by} ${whereAll(names.map((name) => CONDITIONS[name]))}`
}

/** Embeds handwritten SQL in a statement that Drizzle builds. */
const embed = (text: string): SQL =>
  sql.join(text.split(/:(\w+)/).map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql.placeholder(part))))

/** With only these conditions, SQLite by itself reads just the entries of the page, in order. */
const IN_ORDER = ['waiting', 'from', 'to']

/** The condition of a page. The ids of its entries are found first, so that only these entries are read in full. */
function pageWhere(store: Store, condition: Condition, skip: number): string {
  const { names } = condition
  if (skip === 0 && names.every((name) => IN_ORDER.includes(name)))
    return names.map((name) => CONDITIONS[name]).join(' AND ') || 'TRUE'
  return `activity.id IN (SELECT activity.id FROM ${foundLines(store, condition)}
    ORDER BY activity.day DESC, activity.id DESC LIMIT :limit OFFSET :skip)`
}

interface PageInput {
  filter: JournalFilter
  skip?: number | undefined
  limit: number
}

const selectPage = (store: Store, where: string) =>
  selectRows(store, activityEntity as unknown as Entity, {
    leaveOut: ['notes'],
    extra: { hasNotes: sql<boolean>`${activity.notes} <> ''`.mapWith(Boolean) },
  })
    .where(embed(where))
    .orderBy(desc(activity.day), desc(activity.id))
    .limit(sql.placeholder('limit'))
    .prepare()

/** One page of the journal, newest day first. */
export function pageActivities(store: Store, { filter, skip = 0, limit }: PageInput): { lines: ActivityLine[] } {
  const condition = toCondition(store, filter)
  const where = pageWhere(store, condition, skip)
  const rows = buildOnce(store, selectPage, where).all({ ...condition.values, limit, skip }) as Row[]
  return { lines: toViews(store, activityEntity, rows) as unknown as ActivityLine[] }
}

/** The uids of the entries of a page of any size. */
export function listUids(store: Store, { filter, skip = 0, limit }: PageInput): string[] {
  const condition = toCondition(store, filter)
  const text = `SELECT item.uid FROM (SELECT activity.id, activity.day FROM ${foundLines(store, condition)}
      ORDER BY activity.day DESC, activity.id DESC LIMIT :limit OFFSET :skip) AS page
    CROSS JOIN item ON item.id = page.id ORDER BY page.day DESC, page.id DESC`
  return readRows<{ uid: string }>(store, text, { ...condition.values, limit, skip }).map(({ uid }) => uid)
}

/**
 * Which of the given entries a filter finds. Each is looked up, whatever the length of the journal. The limit leaves no
 * entry out: it keeps SQLite from going through the whole of a set (`SETS`) for each entry.
 */
export function findAmong(store: Store, { filter, of }: { filter: JournalFilter; of: string[] }): string[] {
  const { names, values } = toCondition(store, filter)
  const text = `SELECT uid FROM (SELECT item.uid, activity.id, activity.day, activity.kind, activity.inbox
      FROM json_each(:of) AS named CROSS JOIN item ON item.uid = named.value
      CROSS JOIN activity ON activity.id = item.id LIMIT :limit) AS activity
    ${whereAll(names.map((name) => CONDITIONS[name]))}`
  const input = { ...values, of: JSON.stringify(of), limit: of.length }
  return readRows<{ uid: string }>(store, text, input).map(({ uid }) => uid)
}

/**
 * Number and minutes of the entries a filter finds on each day, newest first. With this, any place in the list is known
 * as a day and a number of that day's entries to skip (`skip` of a page), so it is read directly.
 */
export function listDays(store: Store, input: { filter: JournalFilter }): MonthOfDays[] {
  const condition = toCondition(store, input.filter)
  const text = `SELECT activity.day, count(*) AS lines, sum(activity.minutes) AS minutes
    FROM ${foundLines(store, condition)} GROUP BY activity.day ORDER BY activity.day DESC`
  const days = readRows<{ day: Day; lines: number; minutes: number }>(store, text, condition.values)
  return toMonths(days)
}

interface FoundTotals {
  count: number
  minutes: number
  plannedCount: number
  plannedMinutes: number
}

/** Count and minutes of the entries a filter finds, done and planned ones apart. */
export function totalActivities(store: Store, input: { filter: JournalFilter }): JournalTotals {
  const condition = toCondition(store, input.filter)
  const done = doneBy('activity', ':today')
  const text = `SELECT count(*) FILTER (WHERE ${done}) AS count,
      ifnull(sum(activity.minutes) FILTER (WHERE ${done}), 0) AS minutes,
      count(*) FILTER (WHERE NOT (${done})) AS plannedCount,
      ifnull(sum(activity.minutes) FILTER (WHERE NOT (${done})), 0) AS plannedMinutes
    FROM ${foundLines(store, condition)}`
  const found = findRow<FoundTotals>(store, text, {
    ...condition.values,
    today: today(store),
  })
  const { count, minutes, plannedCount, plannedMinutes } = found ?? NOTHING
  return { count, minutes, planned: { count: plannedCount, minutes: plannedMinutes } }
}
const NOTHING: FoundTotals = { count: 0, minutes: 0, plannedCount: 0, plannedMinutes: 0 }

/** Done entries that a filter finds, summed by kind, most time first. */
export function sumKinds(store: Store, input: { filter: JournalFilter }): KindSum[] {
  const { names, values } = toCondition(store, input.filter)
  const condition = { names: [...names, 'done'], values: { ...values, today: today(store) } }
  const text = `SELECT activity.kind, count(*) AS count, sum(activity.minutes) AS minutes
    FROM ${foundLines(store, condition, { withKind: true })}
    GROUP BY activity.kind ORDER BY minutes DESC, count DESC, activity.kind`
  return readRows<KindSum>(store, text, condition.values)
}

/** Number of entries in the inbox. */
export function countWaiting(store: Store): { count: number } {
  const found = findRow<{ count: number }>(store, 'SELECT count(*) AS count FROM activity WHERE inbox = 1', [])
  return { count: found?.count ?? 0 }
}
