import type { FieldTimes } from '#main/store/engine/field-times.ts'
import { type Doc, linkFields } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { ItemType } from '#shared/model/entities.ts'
import { RULED_TYPES } from './archive-rules.ts'
import type { DocSpool, SpoolPlace } from './archive-spool.ts'

/** Types in the order in which items are stored: owners before what belongs to them. */
const RANK = new Map((Object.keys(entities) as ItemType[]).map((type, index) => [type, index]))

export const rankOf = (type: ItemType): number => RANK.get(type) ?? 0

/** Called with the path of a problem and its description. */
export type Report = (path: string, message: string) => void

/** A reference to an item that had not been read yet. */
interface OpenName {
  path: string
  uid: string
  wanted: ItemType | 'any'
}

/** What is needed of one type's items to check and order them; the items themselves are in the spool. */
export class ItemList {
  readonly uids: string[] = []
  readonly createdAt: number[] = []
  /** Uids of an item's owners by the item's index; only owners whose type is not stored before this one. */
  readonly owners = new Map<number, string[]>()
  /** Indices of the items for which the archive has times of earlier changes. */
  readonly timed: number[] = []
  /** The items themselves, kept only for the few types whose rules compare several items. */
  readonly docs: Doc[] = []
  /** Where each item starts in the spool, and where the last one ends. */
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
 * The items of an archive. The references of each item are checked as it is read. Memory grows with the number of
 * items, some hundred bytes each, and not with their content.
 */
export class ArchivedItems {
  /** Type of every item by its uid. */
  readonly types = new Map<string, ItemType>()
  readonly #lists: Map<ItemType, ItemList>
  readonly #spool: DocSpool | null
  #open: OpenName[] = []

  /** `spool`: where the items are kept; null = they are only checked. */
  constructor(types: readonly ItemType[], spool: DocSpool | null) {
    this.#lists = new Map(types.map((type) => [type, new ItemList()]))
    this.#spool = spool
  }

  list(type: ItemType): ItemList {
    const list = this.#lists.get(type)
    if (list === undefined) throw new RangeError(type)
    return list
  }

  /** Adds a valid item; reports what is wrong with its references. */
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

  /**
   * To be called when all items are read: reports references that are still unresolved or name an item of a wrong type.
   */
  checkOpenNames(report: Report): void {
    const open = this.#open
    this.#open = []
    for (const name of open) {
      if (this.types.has(name.uid)) this.#checkName(name, report)
      else report(name.path, `names ${name.uid}, which is not in the archive`)
    }
  }
}
