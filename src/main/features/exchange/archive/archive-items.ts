import type { FieldTimes } from '#main/store/engine/field-times.ts'
import { type Doc, linkFields } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { ItemType } from '#shared/model/entities.ts'
import { RULED_TYPES } from './archive-rules.ts'
import type { DocSpool, SpoolPlace } from './archive-spool.ts'

/** Types in the order in which items are stored: owners before what belongs to them. */
const RANK = new Map((Object.keys(entities) as ItemType[]).map((type, index) => [type, index]))

export const rankOf = (type: ItemType): number => RANK.get(type) ?? 0

/** What is wrong, where. */
export type Report = (path: string, message: string) => void

/** A name of another item that had not been read when it was met. */
interface OpenName {
  path: string
  uid: string
  wanted: ItemType | 'any'
}

/** The items of one type, as far as they are needed to check and order them; the items themselves lie in the spool. */
export class ItemList {
  readonly uids: string[] = []
  readonly createdAt: number[] = []
  /** Uids of what an item belongs to, by its index, where that is not stored before the whole type. */
  readonly owners = new Map<number, string[]>()
  /** Indices of the items whose earlier changes are told. */
  readonly timed: number[] = []
  /** The items themselves, of the few types whose rules look at several at once. */
  readonly docs: Doc[] = []
  /** Where each lies in the spool, and where the last one ends. */
  readonly #places: number[] = []
  #end = 0

  addPlace(from: number, to: number): void {
    this.#places.push(from)
    this.#end = to
  }

  placeOf(index: number): SpoolPlace {
    return { from: this.#places[index] ?? 0, to: this.#places[index + 1] ?? this.#end }
  }
}

/**
 * What an archive holds, item by item: checked for what they name as they come, and kept so that memory grows with their
 * number, some hundred bytes each, and not with what is written in them.
 */
export class ArchivedItems {
  /** Type of every item by its uid. */
  readonly types = new Map<string, ItemType>()
  readonly #lists: Map<ItemType, ItemList>
  readonly #spool: DocSpool | null
  #open: OpenName[] = []

  /** `spool`: where the items are kept; null = they are only looked at. */
  constructor(types: readonly ItemType[], spool: DocSpool | null) {
    this.#lists = new Map(types.map((type) => [type, new ItemList()]))
    this.#spool = spool
  }

  list(type: ItemType): ItemList {
    const list = this.#lists.get(type)
    if (list === undefined) throw new RangeError(type)
    return list
  }

  /** Takes in a valid item; tells what is wrong with what it names. */
  add(type: ItemType, doc: Doc, changed: FieldTimes | undefined, path: string, report: Report): void {
    if (this.types.has(doc.uid)) report(`${path}.uid`, `the uid ${doc.uid} stands twice`)
    this.types.set(doc.uid, type)
    const list = this.list(type)
    const index = list.uids.push(doc.uid) - 1
    list.createdAt.push(doc.createdAt)
    if (changed !== undefined) list.timed.push(index)
    if (RULED_TYPES.has(type)) list.docs.push(doc)
    if (this.#spool !== null) {
      const from = this.#spool.end
      this.#spool.append(changed === undefined ? { doc } : { doc, changed })
      list.addPlace(from, this.#spool.end)
    }
    this.#checkNames(type, doc, index, path, report)
  }

  #checkNames(type: ItemType, doc: Doc, index: number, path: string, report: Report): void {
    const { refs } = entities[type]
    const owners: string[] = []
    for (const [field, ref] of Object.entries(refs)) {
      const uid = doc[field] as string | null
      if (uid === null) continue
      this.#checkName({ path: `${path}.${field}`, uid, wanted: ref.type }, report)
      const found = this.types.get(uid)
      if (found === undefined || rankOf(found) >= rankOf(type)) owners.push(uid)
    }
    if (owners.length > 0) this.list(type).owners.set(index, owners)
    for (const [field, { type: wanted }] of linkFields(entities[type]))
      for (const uid of doc[field] as string[]) this.#checkName({ path: `${path}.${field}`, uid, wanted }, report)
  }

  #checkName(name: OpenName, report: Report): void {
    const { path, uid, wanted } = name
    const type = this.types.get(uid)
    if (type === undefined) this.#open.push(name)
    else if (wanted !== 'any' && type !== wanted) report(path, `names a ${type} where a ${wanted} belongs`)
  }

  /** Once all items are there: what was named before it was read, or is not there at all. */
  checkOpenNames(report: Report): void {
    const open = this.#open
    this.#open = []
    for (const name of open) {
      if (this.types.has(name.uid)) this.#checkName(name, report)
      else report(name.path, `names ${name.uid}, which is not in the archive`)
    }
  }
}
