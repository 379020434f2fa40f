import { isContractProcedure } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  ARCHIVE_ITEM_LIMIT,
  ArchivedSettings,
  ArchivePreview,
  archivedItems,
  SETTING_LIMIT,
} from '#shared/model/archive.ts'
import { BackupManifest } from '#shared/model/backup.ts'
import { OwnerInfo } from '#shared/model/owner.ts'
import { emptyReview, REVIEW_LIMIT, ReviewFields } from '#shared/model/review.ts'
import { emptySkill, SkillFields, TARGET_LIMIT } from '#shared/model/skill.ts'
import { TEMPLATE_LIMIT, TemplateDoc, toTemplateDoc } from '#shared/model/template-doc.ts'
import { TINY_TEMPLATE } from '../../../tests/fixtures/tiny-template.ts'
import { AttachmentUpload } from './attachments.ts'
import { contract } from './contract.ts'

interface Node {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Node[]
  oneOf?: Node[]
  allOf?: Node[]
  $ref?: string
  properties?: Record<string, Node>
  propertyNames?: Node
  additionalProperties?: boolean | Node
  items?: Node
  maxItems?: number
  maxLength?: number
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
}

const toNode = (schema: unknown): Node =>
  z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Node

/** The longest text a pattern matches; null if it sets no limit. Supports only the syntax used in our patterns. */
function patternLength(pattern: string): number | null {
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return null
  const inner = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  return /[*+]|\{\d+,\}/.test(inner) ? null : 200
}

const lengthOf = ({ maxLength, format, pattern }: Node): number | null =>
  maxLength ?? (format === 'uuid' ? 36 : pattern === undefined ? null : patternLength(pattern))

/**
 * Paths at which a schema sets no limit: texts, lists, records and numbers of any size, objects with unknown fields.
 */
function unlimited(node: Node, path: string): string[] {
  if (node.const !== undefined || node.enum !== undefined) return []
  const choices = node.anyOf ?? node.oneOf ?? node.allOf
  if (choices !== undefined) return choices.flatMap((choice) => unlimited(choice, path))
  if (Array.isArray(node.type)) return node.type.flatMap((type) => unlimited({ ...node, type }, path))
  switch (node.type) {
    case 'string':
      return lengthOf(node) === null ? [`${path}: text`] : []
    case 'array':
      return [...(node.maxItems === undefined ? [`${path}: list`] : []), ...unlimited(node.items ?? {}, `${path}[]`)]
    case 'number':
    case 'integer': {
      const bounds = [node.minimum ?? node.exclusiveMinimum, node.maximum ?? node.exclusiveMaximum]
      return bounds.includes(undefined) ? [`${path}: number`] : []
    }
    case 'boolean':
    case 'null':
      return []
    case 'object': {
      const inner = Object.entries(node.properties ?? {}).flatMap(([key, child]) => unlimited(child, `${path}.${key}`))
      if (node.additionalProperties === false) return inner
      return [...inner, `${path}: record`]
    }
    default:
      return [`${path}: anything`]
  }
}

/** The largest size of a value of this schema in bytes of JSON: every character may need six (`\u0000`). */
function mostBytes(node: Node): number {
  if (node.const !== undefined) return JSON.stringify(node.const).length
  if (node.enum !== undefined) return Math.max(...node.enum.map((value) => JSON.stringify(value).length))
  const choices = node.anyOf ?? node.oneOf
  if (choices !== undefined) return Math.max(...choices.map(mostBytes))
  if (Array.isArray(node.type)) return Math.max(...node.type.map((type) => mostBytes({ ...node, type })))
  switch (node.type) {
    case 'string':
      return 2 + 6 * (lengthOf(node) ?? Number.POSITIVE_INFINITY)
    case 'array':
      return 2 + (node.maxItems ?? Number.POSITIVE_INFINITY) * (1 + mostBytes(node.items ?? {}))
    case 'object': {
      const own = Object.entries(node.properties ?? {}).map(([key, child]) => key.length + 4 + mostBytes(child))
      const isRecord = typeof node.additionalProperties === 'object'
      // The only record inside an item.
      const entries = isRecord ? TARGET_LIMIT * 50 : 0
      return 2 + entries + own.reduce((sum, bytes) => sum + bytes, 0)
    }
    default:
      return 25
  }
}

function* proceduresOf(router: object, path = ''): Generator<[name: string, input: unknown]> {
  for (const [name, inner] of Object.entries(router)) {
    const place = path === '' ? name : `${path}.${name}`
    if (isContractProcedure(inner)) yield [place, inner['~orpc'].inputSchema]
    else yield* proceduresOf(inner as object, place)
  }
}

/** Limited by a rule that JSON Schema does not show; a test below covers each. */
const LIMITED_BY_RULE =
  /^((skills\.(create\.fields|update\.(patch|base))|skill)\.targets|(plan\.start\.)?template\.content): record$/

const findUnlimited = (schema: unknown, path: string) =>
  unlimited(toNode(schema), path).filter((place) => !LIMITED_BY_RULE.test(place))

describe('everything that comes from outside has a limit', () => {
  it.each([...proceduresOf(contract)])('in the input of %s', (name, input) => {
    expect(input).toBeDefined()
    expect(findUnlimited(input, name)).toEqual([])
  })

  it.each(Object.entries(archivedItems))('in an archived %s', (type, schema) => {
    expect(findUnlimited(schema, type)).toEqual([])
  })

  it.each(Object.entries({ AttachmentUpload, OwnerInfo, BackupManifest: BackupManifest.omit({ rows: true }) }))(
    'in %s',
    (name, schema) => {
      expect(findUnlimited(schema, name)).toEqual([])
    },
  )

  it('in what is listed of an archive', () => {
    expect(findUnlimited(ArchivePreview.omit({ counts: true }), 'preview')).toEqual([])
  })

  it('finds what has none', () => {
    const schema = z.strictObject({
      text: z.string(),
      list: z.array(z.string()),
      number: z.number().min(0),
      record: z.record(z.string(), z.string()),
      pattern: z.string().regex(/^a+$/),
      choice: z.union([z.string(), z.null()]),
      fine: z.array(z.enum(['a']).nullable()).max(3),
    })
    expect(findUnlimited(schema, '')).toEqual([
      '.text: text',
      '.list: list',
      '.list[]: text',
      '.number: number',
      '.record: record',
      '.pattern: text',
      '.choice: text',
    ])
  })
})

describe('limits that are rules', () => {
  it('a skill has targets for as many stages as there can be', () => {
    const targets = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`019b0000-0000-7000-8000-${String(index).padStart(12, '0')}`, 1]),
      )
    const fields = { ...emptySkill, title: 'x' }
    expect(SkillFields.safeParse({ ...fields, targets: targets(TARGET_LIMIT) }).success).toBe(true)
    expect(SkillFields.safeParse({ ...fields, targets: targets(TARGET_LIMIT + 1) }).success).toBe(false)
  })

  it('a review has a size as a whole', () => {
    const answers = (length: number) =>
      Array.from({ length: 50 }, (_, index) => ({ key: `k${index}`, prompt: '', answer: 'x'.repeat(length) }))
    const fields = { ...emptyReview, periodStart: '2026-01-01', periodEnd: '2026-12-31' }
    expect(ReviewFields.safeParse({ ...fields, answers: answers(70_000) }).success).toBe(true)
    expect(ReviewFields.safeParse({ ...fields, answers: answers(90_000) }).error?.issues).toMatchObject([
      { path: ['answers'], message: 'review.tooLong' },
    ])
  })

  it('a template has a size as a whole', () => {
    const doc = (length: number) => ({ ...toTemplateDoc(TINY_TEMPLATE), content: { x: 'x'.repeat(length) } })
    const messages = (length: number) => TemplateDoc.safeParse(doc(length)).error?.issues.map(({ message }) => message)
    expect(messages(TEMPLATE_LIMIT)).toContain('template.tooLong')
    expect(messages(TEMPLATE_LIMIT - 100)).not.toContain('template.tooLong')
  })

  it('a setting has a size, whatever it is', () => {
    expect(ArchivedSettings.safeParse({ language: 'ru', a: { b: ['x'] } }).success).toBe(true)
    expect(ArchivedSettings.safeParse({ a: 'x'.repeat(SETTING_LIMIT) }).success).toBe(false)
  })
})

describe('an archive takes the largest item its fields allow', () => {
  it.each(Object.entries(archivedItems).filter(([type]) => type !== 'review' && type !== 'template'))(
    '%s',
    (_type, schema) => {
      expect(mostBytes(toNode(schema))).toBeLessThan(ARCHIVE_ITEM_LIMIT)
    },
  )

  it('template', () => {
    expect(6 * TEMPLATE_LIMIT + 1000).toBeLessThan(ARCHIVE_ITEM_LIMIT)
  })

  it('review', () => {
    // Three bytes of UTF-8 per character of the limited text, and the envelope.
    expect(3 * REVIEW_LIMIT + 1000).toBeLessThan(ARCHIVE_ITEM_LIMIT)
  })
})
