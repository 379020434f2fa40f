import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { readDoc } from '#main/store/engine/rows.ts'
import { write } from '#main/store/engine/writer.ts'
import type { Fields } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { ItemType } from '#shared/model/entities.ts'
import { archiveText } from '../../../../../tests/fixtures/archive-text.ts'
import { fillSample, openSample } from '../../../../../tests/fixtures/sample-workspace.ts'
import { inspectArchive } from './archive-import.ts'

let root: string
let workspace: Workspace

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'kurs-limits-'))
  workspace = openSample(join(root, 'work'))
  await fillSample(workspace)
})

afterEach(() => {
  workspace.close()
  rmSync(root, { recursive: true })
})

interface Node {
  anyOf?: Node[]
  properties?: Record<string, Node>
  items?: Node
  maxItems?: number
  maxLength?: number
}

/** Fields with rules other than their length; they keep their values. */
const KEPT = new Set([
  'aliases',
  'catalogueKeys',
  'passNote',
  'mediaType',
  'name',
  'hash',
  'currency',
  'links',
  'evidence',
])

/**
 * A value in which every text and every list of texts is as long as its schema allows. The texts repeat one character.
 */
function enlarge(node: Node, value: unknown, sign: string): unknown {
  if (node.anyOf !== undefined) {
    const isText = typeof value === 'string'
    const fitting = node.anyOf.find(({ properties }) => (properties === undefined) === isText)
    return value === null || fitting === undefined ? value : enlarge(fitting, value, sign)
  }
  if (typeof value === 'string') {
    const { maxLength = 0 } = node
    if (maxLength < 50) return value
    // Addresses are the only texts with a required form.
    return maxLength === 2000 ? `https://${'x'.repeat(1992)}` : sign.repeat(Math.floor(maxLength / sign.length))
  }
  if (Array.isArray(value)) {
    const { items = {}, maxItems = value.length } = node
    const isText = items.maxLength !== undefined || items.anyOf?.some(({ maxLength }) => maxLength !== undefined)
    const list = isText === true ? Array.from({ length: maxItems }, () => '') : value
    return list.map((entry) => enlarge(items, entry, sign))
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const child = node.properties?.[key]
      return [key, child === undefined || KEPT.has(key) ? inner : enlarge(child, inner, sign)]
    }),
  )
}

it.each(['ы', '\u0000', '😀'])('an export of the largest items of %j is no archive that is refused', async (sign) => {
  const { store } = workspace
  const lengths: Record<string, number> = {}
  write(store, 'enlarge', (w) => {
    for (const type of ItemType.options) {
      const entity = entities[type]
      const node = z.toJSONSchema(entity.fields, { io: 'input', unrepresentable: 'any' }) as Node
      const uids = store.sqlite.prepare<[string], string>('SELECT uid FROM item WHERE type = ?').pluck().all(type)
      for (const uid of uids) {
        const { uid: _uid, createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = readDoc(store, entity, uid)
        if (fields.status === 'signed' || type === 'assessment') continue
        const large = enlarge(node, fields, sign) as Fields
        lengths[type] = JSON.stringify(large).length
        w.update(entity, uid, large)
      }
    }
  })
  expect(lengths.skill).toBeGreaterThan(400_000 / sign.length)
  const file = join(root, 'large.archive')
  writeFileSync(file, await archiveText(workspace))
  expect(inspectArchive(file, () => {}).problems).toEqual([])
})
