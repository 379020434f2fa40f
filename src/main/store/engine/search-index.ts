import { z } from 'zod'
import { entities } from '#main/store/entities/registry.ts'
import { toFailure } from '#main/store/files/failures.ts'
import { SAME_PLACES, SEARCH_TEXT_VERSION } from '#shared/domain/text/text.ts'
import type { ItemType } from '#shared/model/entities.ts'
import { commit } from './commit.ts'
import { heldBy, type Store, type StoreEvent } from './database.ts'
import { rowsByIds, searchableText, tagsOf, writeSearchText } from './rows.ts'
import { readSetting, saveSetting } from './setting.ts'
import { readRows } from './statements.ts'

/**
 * Key in `setting` of the state of the search index: the version of the search text, and the row id up to which the
 * index was rebuilt with it. It belongs to this database file, so archives leave it out.
 */
export const SEARCH_INDEX_KEY = 'searchIndex'

/** Items checked at once. A request never waits longer than for these: 1 ms or, if all are written, 50 ms. */
const SLICE = 100

/** Milliseconds between two slices, in which waiting requests can run. */
const PAUSE = 5

const IndexState = z.object({
  version: z.int(),
  /** null = all of it. */
  upTo: z.int().nullable(),
})
type IndexState = z.infer<typeof IndexState>

/** The row id up to which the index has this version; null when all of it has. */
export function indexedUpTo(store: Store): number | null {
  const state = readSetting(store, SEARCH_INDEX_KEY, IndexState)
  return state?.version === SEARCH_TEXT_VERSION ? state.upTo : 0
}

function saveState(store: Store, upTo: number | null): void {
  const state: IndexState = { version: SEARCH_TEXT_VERSION, upTo }
  saveSetting(store, SEARCH_INDEX_KEY, state)
}

/**
 * Checks the next items and indexes those again that an older version indexed differently: plain text never changed, so
 * in most workspaces these are few. The position is saved together with them, so the work goes on from there after a
 * kill. Answers the row id to continue from, null at the end. Throws STORAGE while nothing may be written.
 */
export function renewSlice(store: Store, from: number): number | null {
  const sql = 'SELECT id, type FROM item WHERE id > ? ORDER BY id LIMIT ?'
  const items = readRows<{ id: number; type: ItemType }>(store, sql, [from, SLICE])
  const next = items.length < SLICE ? null : (items.at(-1)?.id ?? null)
  const changed = [...new Set(items.map(({ type }) => type))].flatMap((type) => findChanged(store, type, items))
  if (changed.length > 0 || next === null)
    commit(store, () => {
      for (const { entity, fields } of changed) writeSearchText(store, entity, fields.id, fields)
      saveState(store, next)
    })
  return next
}

function findChanged(store: Store, type: ItemType, items: readonly { id: number; type: ItemType }[]) {
  const entity = entities[type]
  if (!entity.isSearched) return []
  const ids = items.filter((one) => one.type === type).map(({ id }) => id)
  const tags = entity.hasTags ? tagsOf(store, ids) : null
  return rowsByIds(store, entity, ids)
    .map((row) => ({ entity, fields: { ...row, tags: tags?.get(row.id) ?? [] } }))
    .filter(({ fields }) => {
      const { title, body } = searchableText(entity, fields)
      return !SAME_PLACES.test(title) || !SAME_PLACES.test(body)
    })
}

/**
 * Brings an index that was made by an older version of the search text up to date, a little at a time while the app is
 * used: after the start, and after a restore has put an older database in place. Until then, only texts that the
 * versions write differently may not be found. Does nothing when the index is up to date. Answers a function that stops
 * it.
 */
export function keepSearchIndexNew(store: Store, reportDefect: (error: unknown) => void): () => void {
  let timer: NodeJS.Timeout | null = null
  const goOn = (from: number | null) => {
    if (from !== null) timer = setTimeout(() => go(() => renewSlice(store, from)), PAUSE).unref()
  }
  const go = (step: () => number | null) => {
    if (timer !== null) clearTimeout(timer)
    try {
      // While nothing may be written, the work waits for the next start or restore.
      if (heldBy(store) === null && store.sqlite.open) goOn(step())
    } catch (error) {
      if (toFailure(error) === null) reportDefect(error)
    }
  }
  const begin = () => go(() => indexedUpTo(store))
  const onEvent = ({ types }: StoreEvent) => {
    if (types.includes('settings')) begin()
  }
  store.listeners.add(onEvent)
  begin()
  return () => {
    store.listeners.delete(onEvent)
    if (timer !== null) clearTimeout(timer)
  }
}
