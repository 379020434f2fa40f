import type { Sqlite } from '#main/store/engine/database.ts'
import type { DayWindow } from '#shared/domain/calendar/day-order.ts'
import { normaliseSearchText } from '#shared/domain/text/text.ts'
import type { ActivityFields } from '#shared/model/activity.ts'

/** A line to store, with the row ids of what it links to. */
export interface RawLine {
  uid: string
  fields: ActivityFields
  targets: { id: number; type: string }[]
}

/** The least SQLite has to do for the same rows: prepared statements and nothing else. */
export function prepareRaw(sqlite: Sqlite) {
  const item = sqlite.prepare(
    'INSERT INTO item (uid, type, title, day, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const activity = sqlite.prepare(
    'INSERT INTO activity (id, kind, title, day, minutes, notes, inbox) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const link = sqlite.prepare('INSERT INTO link VALUES (?, ?, ?, ?, ?, ?)')
  const tag = sqlite.prepare('INSERT INTO item_tag VALUES (?, ?)')
  const text = sqlite.prepare('INSERT INTO item_text (rowid, title, body) VALUES (?, ?, ?)')
  const insert = ({ uid, fields, targets }: RawLine) => {
    const { title, day, minutes, notes, kind, tags } = fields
    const id = Number(item.run(uid, 'activity', JSON.stringify(title), day, 1, 1).lastInsertRowid)
    activity.run(id, kind, title, day, minutes, notes, 0)
    for (const target of targets) link.run(id, 'link', target.id, target.type, day, minutes)
    for (const name of tags) tag.run(id, name)
    text.run(id, normaliseSearchText(title), normaliseSearchText([notes, ...tags].join('\n')))
  }
  return {
    insert,
    add: sqlite.transaction(insert),
    ...prepareReads(sqlite),
  }
}

function prepareReads(sqlite: Sqlite) {
  const page = sqlite.prepare(
    `SELECT activity.id, uid, created_at, updated_at, kind, activity.title, activity.day, minutes, inbox, notes <> ''
     FROM activity JOIN item ON item.id = activity.id WHERE activity.day BETWEEN @from AND @to
     ORDER BY activity.day DESC, activity.id DESC LIMIT @limit OFFSET @skip`,
  )
  const links = sqlite.prepare(
    `SELECT source_id, role, item.uid, type, title, item.day FROM link JOIN item ON item.id = target_id
     WHERE source_id IN (SELECT value FROM json_each(?)) ORDER BY source_id, item.uid`,
  )
  const tags = sqlite.prepare('SELECT item_id, tag FROM item_tag WHERE item_id IN (SELECT value FROM json_each(?))')
  const days = sqlite.prepare(
    `SELECT day, count(*), sum(minutes) FROM activity INDEXED BY activity_day GROUP BY day ORDER BY day DESC`,
  )
  const year = sqlite.prepare(
    `SELECT month, kind, sum(minutes), count(*) FROM activity INDEXED BY activity_month_kind
     WHERE month BETWEEN ? AND ? GROUP BY month, kind`,
  )
  const skills = sqlite.prepare(
    `SELECT target_id, sum(minutes), count(*) FROM link INDEXED BY link_target
     WHERE target_type = 'skill' AND day BETWEEN ? AND ? GROUP BY target_id`,
  )
  const newest = sqlite.prepare(
    `SELECT item.id, uid, type, item.title, item.day, activity.notes FROM item_text
     JOIN item ON item.id = item_text.rowid JOIN activity ON activity.id = item.id
     WHERE item_text MATCH ? ORDER BY item_text.rowid DESC LIMIT 50`,
  )
  const relevant = sqlite.prepare(
    `SELECT item.id, uid, type, item.title, item.day, activity.notes FROM
       (SELECT rowid AS id, bm25(item_text) AS rank FROM item_text WHERE item_text MATCH ? ORDER BY rank LIMIT 50) AS best
     JOIN item USING (id) JOIN activity USING (id)`,
  )
  return {
    page: (window: DayWindow) => {
      const rows = page.all(window) as { id: number }[]
      const ids = JSON.stringify(rows.map((row) => row.id))
      return [rows, links.all(ids), tags.all(ids)]
    },
    days: () => days.all(),
    year: (first: string, last: string) => year.all(first, last),
    skills: (from: string, to: string) => skills.all(from, to),
    newest: (query: string) => newest.all(query),
    relevant: (query: string) => relevant.all(query),
  }
}
