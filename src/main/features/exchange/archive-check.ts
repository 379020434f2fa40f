import { entities } from '#main/store/entities/registry.ts'
import type { Doc, Entity } from '#main/store/entity.ts'
import type { ItemType } from '#shared/model/vocabulary.ts'
import type { ParsedArchive } from './archive-read.ts'

/** Type of every item by its uid; an identity used twice is a problem. */
function indexUids(archive: ParsedArchive): Map<string, ItemType> {
  const types = new Map<string, ItemType>()
  for (const [type, docs] of archive.docs)
    for (const [index, doc] of docs.entries()) {
      if (types.has(doc.uid)) archive.problems.add(`items.${type}[${index}].uid`, `the uid ${doc.uid} stands twice`)
      types.set(doc.uid, type)
    }
  return types
}

function checkNames(
  archive: ParsedArchive,
  entity: Entity,
  doc: Doc,
  types: Map<string, ItemType>,
  path: string,
): void {
  for (const [field, ref] of Object.entries(entity.refs)) {
    const uid = doc[field] as string | null
    if (uid === null) continue
    const type = types.get(uid)
    if (type === undefined) archive.problems.add(`${path}.${field}`, `names ${uid}, which is not in the archive`)
    else if (ref.type !== 'any' && type !== ref.type)
      archive.problems.add(`${path}.${field}`, `names a ${type} where a ${ref.type} belongs`)
  }
  if (entity.linkField === undefined) return
  for (const uid of doc[entity.linkField.field] as string[])
    if (!types.has(uid)) archive.problems.add(`${path}.${entity.linkField.field}`, `names ${uid}, not in the archive`)
}

/** How many attachments have no content in the archive; wrong sizes and contents nobody names are problems. */
function checkFiles(archive: ParsedArchive): number {
  const named = new Set<string>()
  let missing = 0
  for (const [index, doc] of (archive.docs.get('attachment') ?? []).entries()) {
    const hash = doc.hash as string
    named.add(hash)
    const size = archive.files.get(hash)
    if (size === undefined) missing += 1
    else if (size !== doc.size) archive.problems.add(`items.attachment[${index}].size`, 'not the size of the content')
  }
  for (const hash of archive.files.keys())
    if (!named.has(hash)) archive.problems.add(`files.${hash}`, 'no attachment names it')
  return missing
}

/** Checks what holds between the items of an archive, and adds what is wrong; answers how many files are missing. */
export function checkArchive(archive: ParsedArchive): { missingFiles: number } {
  const types = indexUids(archive)
  for (const [type, docs] of archive.docs)
    for (const [index, doc] of docs.entries())
      checkNames(archive, entities[type], doc, types, `items.${type}[${index}]`)
  return { missingFiles: checkFiles(archive) }
}

type Placed = { entity: Entity; doc: Doc }

function lackingOwner(doc: Doc, fields: string[], placed: Set<string>): string | null {
  for (const field of fields) {
    const uid = doc[field] as string | null
    if (uid !== null && !placed.has(uid)) return uid
  }
  return null
}

/** Puts one type's items after those of the same type they refer to; answers how many stand in a circle. */
function placeType(entity: Entity, docs: Doc[], placed: Set<string>, ordered: Placed[]): number {
  const fields = Object.keys(entity.refs)
  const waiting = new Map<string, Doc[]>()
  const place = (first: Doc) => {
    const ready = [first]
    for (let doc = ready.pop(); doc !== undefined; doc = ready.pop()) {
      const lacking = lackingOwner(doc, fields, placed)
      if (lacking === null) {
        ordered.push({ entity, doc })
        placed.add(doc.uid)
        ready.push(...(waiting.get(doc.uid) ?? []))
        waiting.delete(doc.uid)
      } else {
        const others = waiting.get(lacking)
        if (others === undefined) waiting.set(lacking, [doc])
        else others.push(doc)
      }
    }
  }
  for (const doc of docs) place(doc)
  return [...waiting.values()].reduce((sum, list) => sum + list.length, 0)
}

/**
 * The items of an archive without problems in an order in which each comes after those it refers to. A circle of
 * references cannot be stored: it is a problem.
 */
export function orderForInsert(archive: ParsedArchive): Placed[] {
  const ordered: Placed[] = []
  const placed = new Set<string>()
  for (const [type, entity] of Object.entries(entities) as [ItemType, Entity][]) {
    const circular = placeType(entity, archive.docs.get(type) ?? [], placed, ordered)
    if (circular > 0) archive.problems.add(`items.${type}`, `${circular} items refer to each other in a circle`)
  }
  return ordered
}
