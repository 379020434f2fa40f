import type { z } from 'zod'
import type { Store } from '#main/store/engine/database.ts'
import { rowsByIds, tagsOf } from '#main/store/engine/rows.ts'
import { findRow, readRows } from '#main/store/engine/statements.ts'
import type { Fields } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { SearchHit, SearchQuestion } from '#shared/contract/search.ts'
import { createWordMatcher, makeSnippet } from '#shared/domain/text/snippet.ts'
import { ftsQuery, searchWords } from '#shared/domain/text/text.ts'
import { correctWords, createNameMatcher, searchBeginnings, withOtherForms } from '#shared/domain/text/word-forms.ts'
import { LocalText } from '#shared/model/common.ts'
import { type ItemRef, ItemType } from '#shared/model/entities.ts'

type Question = z.output<typeof SearchQuestion>

interface FoundRow {
  id: number
  uid: string
  type: ItemType
  title: LocalText
  day: string | null
}

/** Types that search can find. */
const SEARCHED = ItemType.options.filter((type) => entities[type].isSearched)

const FOUND = { title: LocalText }

/** Types whose items are parts of others and say nothing on their own. */
const HIDDEN: readonly ItemType[] = ['requirement']

/** Types a picker leaves out before anything is typed, because nobody looks for them directly. */
const NOT_OFFERED: readonly ItemType[] = ['requirement', 'assessment', 'attachment', 'stage']

const COLUMNS = 'item.id, item.uid, item.type, item.title, item.day'

const ROWS_OF = (types: string) => `(SELECT id FROM item WHERE type IN (SELECT value FROM json_each(${types})))`

/**
 * The condition for rows of the wanted types. Only activities can be many among the searchable types, so no set that
 * SQLite builds here may hold them: the other types are listed, and activities are the rows that are in neither list.
 * `activities` is an additional condition for them.
 */
function typeCondition(types: readonly ItemType[], activities = 'TRUE') {
  const others = SEARCHED.filter((type) => type !== 'activity')
  const lists = {
    wanted: JSON.stringify(others.filter((type) => types.includes(type))),
    unwanted: JSON.stringify(others.filter((type) => !types.includes(type))),
  }
  const isListed = `+item_text.rowid IN ${ROWS_OF('@wanted')}`
  if (!types.includes('activity')) return { where: isListed, lists: { wanted: lists.wanted } }
  return { where: `(${activities} OR ${isListed}) AND +item_text.rowid NOT IN ${ROWS_OF('@unwanted')}`, lists }
}

function findNewest(store: Store, query: string, types: readonly ItemType[], limit: number): FoundRow[] {
  const { where, lists } = typeCondition(types)
  return readRows<FoundRow>(
    store,
    `SELECT ${COLUMNS} FROM item_text CROSS JOIN item ON item.id = item_text.rowid
       WHERE item_text MATCH @query AND ${where} ORDER BY item_text.rowid DESC LIMIT @limit`,
    { query, limit, ...lists },
    FOUND,
  )
}

/**
 * Number of matching activities ranked by relevance, the newest ones. Ranking costs the same for each match, and a word
 * with more matches than this is so common that newer is better anyway.
 */
const RANKED_ACTIVITIES = 5000

/**
 * Row id of the oldest activity to rank. It is only approximate, because the newest matches include other items too.
 */
function oldestRanked(store: Store, query: string): number {
  const found = findRow<{ id: number }>(
    store,
    'SELECT rowid AS id FROM item_text WHERE item_text MATCH @query ORDER BY rowid DESC LIMIT 1 OFFSET @skip',
    { query, skip: RANKED_ACTIVITIES },
  )
  return found?.id ?? 0
}

/** The best matches; a match in the title weighs as much as five in the text. */
function findRelevant(store: Store, query: string, types: readonly ItemType[], limit: number): FoundRow[] {
  const { where, lists } = typeCondition(types, '+item_text.rowid >= @from')
  const from = types.includes('activity') ? { from: oldestRanked(store, query) } : {}
  return readRows<FoundRow>(
    store,
    `SELECT ${COLUMNS} FROM (
         SELECT rowid AS id, bm25(item_text, 5.0, 1.0) AS rank FROM item_text
         WHERE item_text MATCH @query AND ${where} ORDER BY rank, id DESC LIMIT @limit) AS best
       CROSS JOIN item ON item.id = best.id ORDER BY best.rank, best.id DESC`,
    { query, limit, ...from, ...lists },
    FOUND,
  )
}

/** Number of the newest changes, of the wanted types only, in which the items changed last are looked for. */
const RECENT_CHANGES = 400

/**
 * Items changed last; then items that the writer never changed (a bulk import), the last added first. CROSS JOIN: a few
 * candidates must never be found by walking all items.
 */
function findRecent(store: Store, types: readonly ItemType[], limit: number): FoundRow[] {
  return readRows<FoundRow>(
    store,
    `WITH candidate(id) AS (
         SELECT item.id FROM (SELECT DISTINCT item_uid FROM (
             SELECT item_uid FROM change WHERE type IN (SELECT value FROM json_each(@types)) ORDER BY id DESC LIMIT ${RECENT_CHANGES}))
           CROSS JOIN item ON item.uid = item_uid
         UNION
         SELECT newest.id FROM json_each(@types) AS wanted
           CROSS JOIN item AS newest ON newest.id IN (SELECT id FROM item WHERE type = wanted.value ORDER BY id DESC LIMIT @limit))
       SELECT ${COLUMNS} FROM candidate CROSS JOIN item ON item.id = candidate.id
       WHERE item.type IN (SELECT value FROM json_each(@types)) AND item.title <> '""'
       ORDER BY item.updated_at DESC, item.id DESC LIMIT @limit`,
    { types: JSON.stringify(types), limit },
    FOUND,
  )
}

const inEachLanguage = (text: LocalText | null): string[] =>
  text === null ? [] : typeof text === 'string' ? [text] : [text.ru, text.en]

/** Everything searchable of the given items except their titles, by row id. */
function textsOf(store: Store, rows: FoundRow[]): Map<number, string[]> {
  const texts = new Map<number, string[]>()
  for (const type of new Set(rows.map((row) => row.type))) {
    const entity = entities[type]
    const ids = rows.filter((row) => row.type === type).map((row) => row.id)
    const tags = entity.hasTags ? tagsOf(store, ids) : null
    for (const row of rowsByIds(store, entity, ids)) {
      const fields: Fields = { ...row, tags: tags?.get(row.id) ?? [] }
      texts.set(row.id, entity.searchText(fields).flatMap(inEachLanguage))
    }
  }
  return texts
}

/** Single letters occur in nearly every text: ranking by them takes long and means nothing. */
const isRanked = (text: string) => searchWords(text).some((word) => Array.from(word).length > 1)

/** Types that a person is most likely to look for, among items whose title has the words. */
const LOOKED_FOR: readonly ItemType[] = ['person', 'skill', 'project']

/** Share of the results reserved for journal entries, when any match. */
const SHARE_OF_LINES = 1 / 3

interface Wanted {
  text: string
  types: readonly ItemType[]
  limit: number
}

/** Items with the words as they were typed, then items with other forms of them (`облаков`, `облако`). */
function findForms(store: Store, { text, types, limit }: Wanted): FoundRow[] {
  const find = isRanked(text) ? findRelevant : findNewest
  const [typed, forms] = [ftsQuery(text) ?? '', ftsQuery(searchBeginnings(text).join(' ')) ?? '']
  const rows = find(store, typed, types, limit)
  if (rows.length >= limit || forms === typed) return rows
  const known = new Set(rows.map(({ id }) => id))
  return [...rows, ...find(store, forms, types, limit).filter(({ id }) => !known.has(id))].slice(0, limit)
}

/** Items with names before journal entries; of the named items, those whose name matches come first. */
function findNamed(store: Store, { text, types, limit }: Wanted): FoundRow[] {
  const isCalledSo = createNameMatcher(text)
  const place = ({ type, title }: FoundRow) => {
    if (!inEachLanguage(title).some(isCalledSo)) return 2
    return LOOKED_FOR.includes(type) ? 0 : 1
  }
  const things = types.filter((type) => type !== 'activity')
  const named = things.length === 0 ? [] : findForms(store, { text, types: things, limit })
  const hasLines = types.includes('activity')
  const lines = hasLines ? findForms(store, { text, types: ['activity'], limit }) : []
  const room = limit - Math.min(lines.length, Math.floor(limit * SHARE_OF_LINES))
  return [...named.sort((one, other) => place(one) - place(other)).slice(0, room), ...lines].slice(0, limit)
}

/** Types whose titles are names, with few enough items that all of them can be compared. */
const NAMES = SEARCHED.filter((type) => type !== 'activity' && !NOT_OFFERED.includes(type))

/** Number of titles compared when looking for a typing error. */
const TITLES = 5000

function titlesOfNames(store: Store): string[] {
  const sql = `SELECT title FROM item WHERE type IN (SELECT value FROM json_each(?)) LIMIT ${TITLES}`
  return readRows<{ title: LocalText }>(store, sql, [JSON.stringify(NAMES)], FOUND).flatMap(({ title }) =>
    inEachLanguage(title),
  )
}

interface Found {
  rows: FoundRow[]
  corrected: string | null
}

/** One more than is asked for, to know whether there is more. */
function findRows(store: Store, question: Question): Found {
  const limit = question.limit + 1
  if (ftsQuery(question.text) === null) {
    return { rows: findRecent(store, question.types ?? except(NOT_OFFERED), limit), corrected: null }
  }
  const wanted = { text: question.text, types: question.types ?? except(HIDDEN), limit }
  if (question.order !== 'named') return { rows: findForms(store, wanted), corrected: null }
  const rows = findNamed(store, wanted)
  const corrected = rows.length > 0 ? null : correctWords(question.text, titlesOfNames(store))
  return corrected === null
    ? { rows, corrected }
    : { rows: findNamed(store, { ...wanted, text: corrected }), corrected }
}

/**
 * Items that have all words of a text, or, without words, those changed last. With 100,000 activities an answer takes
 * less than a frame, because snippets are cut from the rows found and not by the index.
 */
export function findItems(
  store: Store,
  question: Question,
): { items: SearchHit[]; more: boolean; corrected: string | null } {
  const { rows, corrected } = findRows(store, question)
  const shown = rows.slice(0, question.limit)
  const hasWords = ftsQuery(question.text) !== null
  const texts = hasWords ? textsOf(store, shown) : null
  const matcher = createWordMatcher(withOtherForms(corrected ?? question.text))
  const items = shown.map(({ id, uid, type, title, day }) => {
    const snippet = makeSnippet(texts?.get(id) ?? [], matcher)
    return { uid, type, title, day, snippet }
  })
  return { items, more: rows.length > question.limit, corrected }
}

const except = (types: readonly ItemType[]) => SEARCHED.filter((type) => !types.includes(type))

/** Names of items of any type. */
export function nameItems(store: Store, { uids }: { uids: string[] }): ItemRef[] {
  return readRows<ItemRef>(
    store,
    'SELECT uid, type, title, day FROM item WHERE uid IN (SELECT value FROM json_each(?))',
    [JSON.stringify(uids)],
    FOUND,
  )
}
