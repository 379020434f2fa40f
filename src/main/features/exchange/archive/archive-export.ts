import { createReadStream } from 'node:fs'
import { z } from 'zod'
import type { Store } from '#main/store/engine/database.ts'
import { type FieldTimes, readFieldTimes } from '#main/store/engine/field-times.ts'
import { SHARED_SETTINGS } from '#main/store/engine/own-settings.ts'
import { rowsByIds, toDocs } from '#main/store/engine/rows.ts'
import { findRow, readRows } from '#main/store/engine/statements.ts'
import { type Doc, docVersion, type Entity } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import { attachmentPath, isAttachmentIntact } from '#main/store/files/attachment-files.ts'
import { openPlain } from '#main/store/files/private-files.ts'
import { canonicalJson } from '#shared/domain/keeping/canonical-json.ts'
import { ARCHIVE_FORMAT, ARCHIVE_VERSION } from '#shared/model/archive.ts'

/** Items read and written at a time. */
const PAGE = 500

/** Bytes of a file encoded at a time: a multiple of three, so that pieces of base64 can be joined. */
const FILE_CHUNK = 3 * 256 * 1024

/**
 * Lines of an archive, for showing progress: every item, file and setting is on its own line, so the reader of the
 * stream can count.
 */
export function countArchiveLines(snapshot: Store): number {
  const sql = '(SELECT count(*) FROM item) + (SELECT count(DISTINCT hash) FROM attachment)'
  return findRow<{ lines: number }>(snapshot, `SELECT ${sql} AS lines`, [])?.lines ?? 0
}

function settingsJson(snapshot: Store): string {
  const sql = `SELECT key, value FROM setting WHERE ${SHARED_SETTINGS}`
  const value = z.unknown()
  const rows = readRows<{ key: string; value: unknown }>(snapshot, sql, [], { value })
  return canonicalJson(Object.fromEntries(rows.map((row) => [row.key, row.value])))
}

/** Version of the shape each type's items have here. */
const shapes = (): string =>
  canonicalJson(Object.fromEntries(Object.values(entities).map((entity) => [entity.type, docVersion(entity)])))

/** An item with the times its fields last changed, so that archives of two computers can be merged field by field. */
const withTimes = (doc: Doc, changed: FieldTimes | undefined) => (changed === undefined ? doc : { ...doc, changed })

/** Docs of one type by uid, a page at a time. */
function* pagesOf(snapshot: Store, entity: Entity): Generator<string[]> {
  const sql = 'SELECT id FROM item WHERE type = ? ORDER BY uid'
  const ids = readRows<{ id: number }>(snapshot, sql, [entity.type]).map(({ id }) => id)
  for (let start = 0; start < ids.length; start += PAGE) {
    const page = ids.slice(start, start + PAGE)
    const rows = rowsByIds(snapshot, entity, page)
    const place = new Map(page.map((id, index) => [id, index]))
    rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    const docs = toDocs(snapshot, entity, rows)
    const times = readFieldTimes(snapshot, docs)
    yield docs.map((doc) => canonicalJson(withTimes(doc, times.get(doc.uid))))
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
  const sql = 'SELECT DISTINCT hash, size FROM attachment ORDER BY hash'
  const files = readRows<{ hash: string; size: number }>(snapshot, sql, [])
  let first = true
  for (const { hash, size } of files) {
    // A missing content cannot be exported. Its attachment is exported all the same, and the reader of the archive is
    // told.
    if (!isAttachmentIntact(dir, hash, size, true)) continue
    yield `${first ? '' : ','}\n"${hash}":"`
    first = false
    const file = attachmentPath(dir, hash)
    for await (const chunk of createReadStream(file, { fd: openPlain(file), highWaterMark: FILE_CHUNK }))
      yield (chunk as Buffer).toString('base64')
    yield '"'
  }
  yield first ? '}' : '\n}'
}

/**
 * The whole workspace as the text of an archive, piece by piece, from a snapshot: changes made meanwhile are left out.
 * The same data gives the same bytes.
 */
export async function* writeArchive(snapshot: Store, dir: string): AsyncGenerator<string> {
  yield `{"format":"${ARCHIVE_FORMAT}","version":${ARCHIVE_VERSION},\n"shapes":${shapes()},\n`
  yield `"settings":${settingsJson(snapshot)},\n"items":{\n`
  yield* itemLines(snapshot)
  yield '\n},\n"files":{'
  yield* fileLines(snapshot, dir)
  yield '}\n'
}
