import type { Entity } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { ItemType } from '#shared/model/entities.ts'
import { type ItemList, rankOf } from './archive-items.ts'
import { type ParsedArchive, untilTooMany } from './archive-read.ts'
import { brokenRules } from './archive-rules.ts'

/**
 * Answers how many attachments have no content in the archive. Wrong sizes and contents no attachment names are
 * problems.
 */
function checkFiles({ items, files, problems }: ParsedArchive): number {
  const sizes = new Map<string, unknown>()
  let missing = 0
  for (const [index, doc] of items.list('attachment').docs.entries()) {
    const hash = doc.hash as string
    const size = sizes.get(hash) ?? files.get(hash) ?? doc.size
    if (!files.has(hash)) missing += 1
    if (size !== doc.size) problems.add(`items.attachment[${index}].size`, 'not the size of the content')
    sizes.set(hash, size)
  }
  for (const hash of files.keys()) if (!sizes.has(hash)) problems.add(`files.${hash}`, 'no attachment names it')
  return missing
}

function checkRules({ items, problems }: ParsedArchive): void {
  for (const { type, index, field, why } of brokenRules((type) => items.list(type).docs))
    problems.add(`items.${type}[${index}].${field}`, why)
}

/**
 * Checks the rules between the items of an archive and adds what is wrong to its problems; answers how many files are
 * missing.
 */
export function checkArchive(archive: ParsedArchive): { missingFiles: number } {
  let missingFiles = 0
  untilTooMany(() => {
    archive.items.checkOpenNames((path, message) => archive.problems.add(path, message))
    checkRules(archive)
    missingFiles = checkFiles(archive)
  })
  return { missingFiles }
}

/** The first of an item's owners that has no place yet. */
function lackingOwner(list: ItemList, index: number, placed: ReadonlySet<string>): string | undefined {
  return list.owners.get(index)?.find((uid) => !placed.has(uid))
}

/**
 * The order in which items were added, which lists use within a day. Instants count before uids, because a client may
 * have made a uid long before the item.
 */
function byEntry({ uids, createdAt }: ItemList): number[] {
  const compare = (one: number, other: number): number => {
    const [uid = '', otherUid = ''] = [uids[one], uids[other]]
    return (createdAt[one] ?? 0) - (createdAt[other] ?? 0) || (uid < otherUid ? -1 : Number(uid > otherUid))
  }
  return Array.from(uids.keys()).sort(compare)
}

/**
 * Orders the items of one type so that each comes after the items of that type it refers to; answers how many refer to
 * each other in a circle.
 */
function placeType(list: ItemList, types: ReadonlyMap<string, ItemType>, rank: number) {
  const entered = byEntry(list)
  if (list.owners.size === 0) return { ordered: entered, circular: 0 }
  // Items of types that are stored before this one already have their place.
  const owners = new Set([...list.owners.values()].flat())
  const placed = new Set([...owners].filter((uid) => rankOf(types.get(uid) as ItemType) < rank))
  const ordered: number[] = []
  const waiting = new Map<string, number[]>()
  const place = (first: number) => {
    const ready = [first]
    for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
      const lacking = lackingOwner(list, index, placed)
      if (lacking === undefined) {
        const uid = list.uids[index] as string
        ordered.push(index)
        placed.add(uid)
        ready.push(...(waiting.get(uid) ?? []))
        waiting.delete(uid)
      } else {
        const others = waiting.get(lacking)
        if (others === undefined) waiting.set(lacking, [index])
        else others.push(index)
      }
    }
  }
  for (const index of entered) place(index)
  return { ordered, circular: [...waiting.values()].reduce((sum, indices) => sum + indices.length, 0) }
}

/** Items of one type in the order in which they are stored, as indices into the list. */
export interface PlacedType {
  entity: Entity
  list: ItemList
  ordered: number[]
}

/**
 * The items of an archive without problems in the order they were added, but each after those it refers to. A circle of
 * references cannot be stored and is a problem.
 */
export function orderForInsert({ items, problems }: ParsedArchive): PlacedType[] {
  return (Object.entries(entities) as [ItemType, Entity][]).map(([type, entity]) => {
    const list = items.list(type)
    const { ordered, circular } = placeType(list, items.types, rankOf(type))
    if (circular > 0) problems.add(`items.${type}`, `${circular} items refer to each other in a circle`)
    return { entity, list, ordered }
  })
}
