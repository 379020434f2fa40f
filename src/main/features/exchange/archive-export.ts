import { createReadStream } from 'node:fs'
import { sql } from 'drizzle-orm'
import { attachmentPath, isAttachmentIntact } from '#main/store/attachment-files.ts'
import { prepared, type Store } from '#main/store/database.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { Entity } from '#main/store/entity.ts'
import { type Row, selectRows, toDocs } from '#main/store/rows.ts'
import { item } from '#main/store/schema/item.ts'
import { canonicalJson } from '#shared/domain/canonical-json.ts'
import { ARCHIVE_FORMAT, ARCHIVE_VERSION } from '#shared/model/archive.ts'

/** Items read and written at a time. */
const PAGE = 500

/** Bytes of a file encoded at a time: a multiple of three, so that pieces of base64 can be joined. */
const FILE_CHUNK = 3 * 256 * 1024

/** Every item, file and setting is on a line of its own: who reads the stream can count how far it is. */
export function countArchiveLines(snapshot: Store): number {
  const items = snapshot.sqlite.prepare('SELECT count(*) FROM item').pluck().get() as number
  const files = snapshot.sqlite.prepare('SELECT count(DISTINCT hash) FROM attachment').pluck().get() as number
  return items + files
}

function settingsJson(snapshot: Store): string {
  const rows = snapshot.sqlite.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting').all()
  return canonicalJson(Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown])))
}

/** Docs of one type by uid, a page at a time. */
function* pagesOf(snapshot: Store, entity: Entity): Generator<string[]> {
  const ids = snapshot.sqlite
    .prepare<[string], number>('SELECT id FROM item WHERE type = ? ORDER BY uid')
    .pluck()
    .all(entity.type)
  const select = prepared(snapshot, `${entity.type}.archive`, () =>
    selectRows(snapshot, entity)
      .where(sql`${item.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`)
      .prepare(),
  )
  for (let start = 0; start < ids.length; start += PAGE) {
    const page = ids.slice(start, start + PAGE)
    const rows = select.all({ ids: JSON.stringify(page) }) as Row[]
    const place = new Map(page.map((id, index) => [id, index]))
    rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    yield toDocs(snapshot, entity, rows).map(canonicalJson)
  }
}

function* itemLines(snapshot: Store): Generator<string> {
  let first = true
  for (const entity of Object.values(entities)) {
    yield `${first ? '' : ',\n'}"${entity.type}":[`
    first = false
    let opened = false
    for (const page of pagesOf(snapshot, entity)) {
      yield `${opened ? ',' : ''}\n${page.join(',\n')}`
      opened = true
    }
    yield opened ? '\n]' : ']'
  }
}

async function* fileLines(snapshot: Store, dir: string): AsyncGenerator<string> {
  const files = snapshot.sqlite
    .prepare<[], { hash: string; size: number }>('SELECT DISTINCT hash, size FROM attachment ORDER BY hash')
    .all()
  let first = true
  for (const { hash, size } of files) {
    // What is gone cannot be exported; the attachment stays, and the reader of the archive is told.
    if (!isAttachmentIntact(dir, hash, size, true)) continue
    yield `${first ? '' : ','}\n"${hash}":"`
    first = false
    for await (const chunk of createReadStream(attachmentPath(dir, hash), { highWaterMark: FILE_CHUNK }))
      yield (chunk as Buffer).toString('base64')
    yield '"'
  }
  yield first ? '}' : '\n}'
}

/**
 * The whole workspace as the text of an archive, piece by piece, from a snapshot: what is written meanwhile is not in it.
 * The same data gives the same bytes.
 */
export async function* writeArchive(snapshot: Store, dir: string): AsyncGenerator<string> {
  yield `{"format":"${ARCHIVE_FORMAT}","version":${ARCHIVE_VERSION},\n"settings":${settingsJson(snapshot)},\n"items":{\n`
  yield* itemLines(snapshot)
  yield '\n},\n"files":{'
  yield* fileLines(snapshot, dir)
  yield '}\n'
}
