import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from './random.ts'
import type { DiskRecord } from './recording.ts'

/** Bytes a disk writes as a whole. */
const SECTOR = 512

type Change = { offset: number; data: Buffer } | { size: number }

/** What a file holds for good, and what was done to it since. */
interface DiskFile {
  kind: 'file'
  name: string
  kept: Buffer
  pending: Change[]
}

/** The names in a folder for good, and what was done to them since. */
interface DiskFolder {
  kind: 'folder'
  name: string
  kept: Map<string, DiskNode>
  pending: NameChange[]
}

type DiskNode = DiskFile | DiskFolder

/** A name that is given (null = taken away), and one that is taken away in the same step. */
interface NameChange {
  name: string
  node: DiskNode | null
  instead?: string
}

/** What a file holds after some changes. */
function changed(content: Buffer, steps: Change[]): Buffer {
  let size = content.length
  const ends = steps.map((step) => ('size' in step ? step.size : step.offset + step.data.length))
  const result = Buffer.alloc(Math.max(size, ...ends))
  content.copy(result)
  for (const [index, step] of steps.entries()) {
    const end = ends[index] ?? 0
    if ('size' in step) {
      result.fill(0, end, Math.max(end, size))
      size = end
    } else {
      step.data.copy(result, step.offset)
      size = Math.max(size, end)
    }
  }
  return result.subarray(0, size)
}

function rename(names: Map<string, DiskNode>, { name, node, instead }: NameChange): void {
  if (instead !== undefined) names.delete(instead)
  if (node === null) names.delete(name)
  else names.set(name, node)
}

/** What reaches the disk of a write in whose middle the power fails. */
function tear(step: Change, random: Random): Change {
  if ('size' in step) return step
  const sectors = random.below(Math.ceil(step.data.length / SECTOR))
  return { offset: step.offset, data: step.data.subarray(0, sectors * SECTOR) }
}

/** Which of the changes that nobody made last are there all the same: none, all, the first ones, or any, some of them torn. */
function surviving(pending: Change[], random: Random): Change[] {
  const way = random.below(4)
  if (way === 0) return []
  if (way === 1) return pending
  if (way === 2) return pending.slice(0, random.below(pending.length + 1))
  return pending.filter(() => random.below(2) === 0).map((step) => (random.below(4) === 0 ? tear(step, random) : step))
}

/**
 * A disk under a cache that makes last only what it was asked to (fsync of the file, and of the folder for its name): no
 * less than the standard promises, and no more. It begins as an empty folder.
 */
export class Disk {
  readonly #root: DiskFolder = { kind: 'folder', name: '', kept: new Map(), pending: [] }
  readonly #nodes: Map<number, DiskNode>
  readonly #heeds: (name: string) => boolean

  /** `heeds`: whether the wish to make a file of this name last is fulfilled; for a disk that lies. */
  constructor(root: number, heeds: (name: string) => boolean = () => true) {
    this.#nodes = new Map([[root, this.#root]])
    this.#heeds = heeds
  }

  #folder(inode: number): DiskFolder {
    const node = this.#nodes.get(inode)
    if (node?.kind !== 'folder') throw new Error(`No folder ${inode}`)
    return node
  }

  #node(inode: number): DiskNode {
    const node = this.#nodes.get(inode)
    if (node === undefined) throw new Error(`No file ${inode}`)
    return node
  }

  #addTo(file: number, step: Change): void {
    const node = this.#node(file)
    if (node.kind === 'file') node.pending.push(step)
  }

  #create(inode: number, parent: number, node: DiskNode): void {
    this.#nodes.set(inode, node)
    this.#folder(parent).pending.push({ name: node.name, node })
  }

  apply(record: DiskRecord): void {
    const { kind, inode, parent, name, secondParent, secondName, offset, data } = record
    switch (kind) {
      case 'write':
        this.#addTo(inode, { offset, data })
        break
      case 'truncate':
        this.#addTo(inode, { size: offset })
        break
      case 'sync':
        this.#sync(this.#node(inode))
        break
      case 'create':
        this.#create(inode, parent, { kind: 'file', name, kept: Buffer.alloc(0), pending: [] })
        break
      case 'mkdir':
        this.#create(inode, parent, { kind: 'folder', name, kept: new Map(), pending: [] })
        break
      case 'unlink':
        this.#folder(parent).pending.push({ name, node: null })
        break
      case 'link':
      case 'rename': {
        const node = this.#node(inode)
        const isInPlace = kind === 'rename' && parent === secondParent
        this.#folder(secondParent).pending.push({ name: secondName, node, ...(isInPlace && { instead: name }) })
        if (kind === 'rename' && !isInPlace) this.#folder(parent).pending.push({ name, node: null })
        node.name = secondName
      }
    }
  }

  #sync(node: DiskNode): void {
    if (!this.#heeds(node.name)) return
    if (node.kind === 'folder') for (const step of node.pending) rename(node.kept, step)
    else node.kept = changed(node.kept, node.pending)
    node.pending = []
  }

  /** Writes out what is there after the power failed now. */
  build(to: string, random: Random): void {
    this.#build(this.#root, to, random)
  }

  #build(folder: DiskFolder, to: string, random: Random): void {
    mkdirSync(to)
    const names = new Map(folder.kept)
    // The names of a folder change in order: file systems keep a journal of them.
    for (const step of folder.pending.slice(0, random.below(folder.pending.length + 1))) rename(names, step)
    for (const [name, node] of names) {
      if (node.kind === 'folder') this.#build(node, join(to, name), random)
      else writeFileSync(join(to, name), changed(node.kept, surviving(node.pending, random)))
    }
  }
}
