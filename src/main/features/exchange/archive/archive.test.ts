import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Store } from '#main/store/engine/database.ts'
import { createItem } from '#main/store/engine/items.ts'
import { DEMO_KEY, TIMER_KEY } from '#main/store/engine/own-settings.ts'
import { undoState } from '#main/store/engine/undo.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { entities } from '#main/store/entities/registry.ts'
import { attachmentPath } from '#main/store/files/attachment-files.ts'
import { workspaceFiles } from '#main/store/files/workspace-files.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { Archive, archivedItems } from '#shared/model/archive.ts'
import { Failure } from '#shared/model/failure.ts'
import {
  type ArchivePair,
  importText as importInto,
  openArchivePair,
} from '../../../../../tests/fixtures/archive-pair.ts'
import {
  archiveText,
  changedArchive,
  type LooseArchive,
  receiveText,
} from '../../../../../tests/fixtures/archive-text.ts'
import { checkArchive, orderForInsert } from './archive-check.ts'
import { countArchiveLines } from './archive-export.ts'
import { importArchive } from './archive-import.ts'
import { importReceived, previewArchive } from './archive-jobs.ts'
import { parseArchive } from './archive-read.ts'

let pair: ArchivePair
let root: string
let source: Workspace
let target: Workspace

beforeEach(async () => {
  pair = await openArchivePair()
  ;({ root, source, target } = pair)
})

afterEach(() => pair.close())

const receive = (text: string | Uint8Array) => receiveText(target, text)

const importText = (text: string | Uint8Array) => importInto(target, text)

/** The archive of the sample, changed by hand. */
const changed = (change: (archive: LooseArchive) => void) => changedArchive(source, change)

const itemCount = () => target.store.sqlite.prepare('SELECT count(*) FROM item').pluck().get()

/**
 * Expects that an import is refused and leaves nothing behind. Runs without the threads and the backup of a real
 * import.
 */
async function expectRefused(text: string | Uint8Array, pattern: RegExp): Promise<void> {
  const file = join(root, 'refused.archive')
  writeFileSync(file, text)
  expect(() => importArchive(target.dir, file, 1, () => {})).toThrow(pattern)
  expect(itemCount()).toBe(0)
  expect(existsSync(workspaceFiles(target.dir).attachments)).toBe(false)
  expect(existsSync(`${file}.files`)).toBe(false)
}

const keepTimer = ({ sqlite }: Store, value: string) =>
  sqlite.prepare('INSERT INTO setting (key, value) VALUES (?, ?)').run(TIMER_KEY, JSON.stringify(value))
const keptTimer = ({ sqlite }: Store) =>
  JSON.parse(sqlite.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(TIMER_KEY) as string) as unknown

describe('an archive', () => {
  it('comes back byte for byte after an import into an empty workspace', async () => {
    const first = await archiveText(source)
    keepTimer(target.store, 'of the target')
    const { items, undoName } = await importText(first)
    // What is measured belongs to this workspace alone.
    expect(keptTimer(target.store)).toBe('of the target')
    expect(items).toBe(Object.values((JSON.parse(first) as LooseArchive).items).flat().length)
    expect(await archiveText(target)).toBe(first)
    expect(target.store.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(target.store.sqlite.pragma('foreign_key_check')).toEqual([])
    expect(target.backups.list()).toMatchObject([{ name: undoName, reason: 'before-import', items: 0 }])
    expect(undoState(target.store).undo).toBeNull()
    createItem(target.store, activityEntity, { fields: { title: 'writable again', day: '2026-11-01' } })
  })

  it('holds what is easily lost: ratings taken back, signed reviews, files, both languages, odd signs', async () => {
    keepTimer(source.store, 'of the source')
    // Data taken home from the demo is no demo there.
    source.store.sqlite.prepare("INSERT INTO setting (key, value) VALUES (?, 'true')").run(DEMO_KEY)
    const archive = Archive.parse(JSON.parse(await archiveText(source)))
    expect(archive.items.assessment.map((doc) => doc.retractedAt === null).sort()).toEqual([false, true])
    expect(archive.items.review.map((doc) => doc.status).sort()).toEqual(['draft', 'signed'])
    expect(Object.keys(archive.files)).toHaveLength(2)
    expect(archive.items.attachment).toHaveLength(3)
    expect(archive.items.skill[0]?.title).toEqual({ ru: 'Облако', en: 'Cloud' })
    expect(archive.items.plan[0]?.vision).toContain('\u0000 😀')
    expect(archive.items.metricPoint[0]?.value).toBe(0.1 + 0.2)
    expect(archive.settings).toEqual({ language: 'ru' })
    for (const [type, docs] of Object.entries(archive.items)) expect(docs.length, type).toBeGreaterThan(0)
  })

  it('says beforehand on how many lines it stands', async () => {
    const text = await archiveText(source)
    const lines = countArchiveLines(source.store)
    const items = Object.values((JSON.parse(text) as LooseArchive).items).flat().length
    expect(lines).toBe(items + 2)
    for (const line of text.split('\n').filter((entry) => entry.includes('"uid":')))
      expect(() => JSON.parse(line.replace(/,$/, ''))).not.toThrow()
  })

  it('is a snapshot: what is written meanwhile is not in it', async () => {
    const before = await archiveText(source)
    const text = await archiveText(source, () =>
      createItem(source.store, activityEntity, { fields: { title: 'later', day: '2026-11-01' } }),
    )
    expect(text).toBe(before)
  })

  it('keeps an attachment whose content is gone, and tells', async () => {
    const hash = createHash('sha256').update('содержание').digest('hex')
    rmSync(attachmentPath(source.dir, hash))
    const first = await archiveText(source)
    expect(await previewArchive(target, await receive(first))).toMatchObject({ missingFiles: 2, problems: [] })
    await importText(first)
    expect(await archiveText(target)).toBe(first)
  })

  it('is described by the JSON Schema in resources/', async () => {
    const schema = z.toJSONSchema(Archive, { io: 'input', reused: 'ref' })
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      '../../../../../resources/archive.schema.json',
    )
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    const validate = ajv.compile(JSON.parse(readFileSync('resources/archive.schema.json', 'utf8')) as object)
    expect(validate(JSON.parse(await archiveText(source)))).toBe(true)
    expect(validate(JSON.parse(await changed(({ items }) => Object.assign(items.plan?.[0] ?? {}, { x: 1 }))))).toBe(
      false,
    )
  })

  it('knows every type the store knows, in its order', () => {
    expect(Object.keys(archivedItems)).toEqual(Object.keys(entities))
  })
})

describe('the preview', () => {
  it('counts what is there and changes nothing', async () => {
    const preview = await previewArchive(target, await receive(await archiveText(source)))
    expect(preview).toMatchObject({
      version: 2,
      counts: { plan: 1, assessment: 2, attachment: 3 },
      files: 2,
      missingFiles: 0,
      problems: [],
      moreProblems: false,
      workspaceIsEmpty: true,
    })
    expect(itemCount()).toBe(0)
  })

  it('lists what is wrong, and says when it is too much to read on', async () => {
    const damaged = (count: number) =>
      changed(({ items }) => {
        const [line] = items.activity ?? []
        const uid = (index: number) => `019b0000-0000-7000-8000-${String(index).padStart(12, '0')}`
        items.activity = Array.from({ length: count }, (_, index) => ({ ...line, uid: uid(index), day: '2026-02-31' }))
        for (const type of ['milestone', 'assessment', 'attachment']) items[type]?.splice(0)
        items.requirement = items.requirement?.filter(({ kind }) => kind !== 'milestone') ?? []
      }).then(receive)
    const most = await previewArchive(target, await damaged(98))
    expect(most.problems.filter(({ message }) => message === 'day.invalid')).toHaveLength(98)
    expect(most.moreProblems).toBe(false)
    expect(most.problems[0]).toEqual({ path: 'items.activity[0].day', message: 'day.invalid' })
    const more = await previewArchive(target, await damaged(150))
    expect([more.problems.length, more.moreProblems]).toEqual([100, true])
  })
})

describe('an import', () => {
  it('is refused where there is data, and by an upload that is not there', async () => {
    createItem(target.store, activityEntity, { fields: { title: 'mine', day: '2026-11-01' } })
    const uploadId = await receive(await archiveText(source))
    await expect(importReceived(target, uploadId)).rejects.toThrow(/workspace-not-empty/)
    await expect(importReceived(target, await receive('{}'))).rejects.toThrow(/workspace-not-empty/)
    await expect(importReceived(target, '00000000-0000-4000-8000-000000000000')).rejects.toThrow(/NOT_FOUND/)
    expect(itemCount()).toBe(1)
  })

  it.each([
    ['', /archive-unreadable/],
    ['hello', /archive-unreadable/],
    ['[]', /archive-unreadable/],
    ['null', /archive-unreadable/],
    ['{}', /archive-damaged/],
    ['{"version":1,"format":"kurs-archive"}', /archive-unreadable/],
    ['{"format":"other","version":1}', /archive-unreadable/],
    ['{"format":"kurs-archive","version":"1"}', /archive-unreadable/],
    ['{"format":"kurs-archive","version":3,"whatever":', /archive-newer/],
    ['{"format":"kurs-archive","version":1}', /archive-damaged.*settings: missing/],
    ['{"format":"kurs-archive","version":1,"more":1}', /archive-damaged.*unknown key/],
    ['{"format":"kurs-archive","version":1,"__proto__":1}', /archive-damaged.*unknown key/],
    ['{"format":"kurs-archive","version":1,"settings":{"a":{"__proto__":{"x":1}}}}', /archive-damaged.*forbidden key/],
    ['{"format":"kurs-archive","version":1,"settings":{"\\u005f_proto__":1}}', /archive-damaged.*forbidden key/],
    ['{"format":"kurs-archive","version":1,"settings":{}} x', /archive-unreadable.*follows the end/],
    ['{"format":"kurs-archive","version":1,"settings":{},"settings":{}}', /archive-unreadable.*stands twice/],
    ['{"format":"kurs-archive","version":1,"items":{"virus":[]}}', /archive-damaged.*unknown type/],
    ['{"format":"kurs-archive","version":1,"files":{"../../etc/passwd":""}}', /archive-damaged.*not a hash/],
    [`{"format":"kurs-archive","version":1,"files":{"${'a'.repeat(64)}":"@@@@"}}`, /archive-damaged.*not base64/],
    [`{"format":"kurs-archive","version":1,"files":{"${'a'.repeat(64)}":"AA=="}}`, /archive-damaged/],
    [`{"format":"kurs-archive","version":1,"settings":${'['.repeat(1000)}`, /archive-damaged.*nested too deep/],
    [`{"format":"kurs-archive","version":1,"settings":"${'x'.repeat(2 << 20)}"}`, /archive-damaged.*more than/],
  ])('of %.90s is refused with a reason', async (text, pattern) => {
    await expectRefused(text, pattern)
  })

  it('that is refused leaves the received file and nothing else: no backup, no trace', async () => {
    const uploadId = await receive('{"format":"kurs-archive","version":1}')
    await expect(importReceived(target, uploadId)).rejects.toThrow(/archive-damaged.*settings: missing/)
    expect(readdirSync(workspaceFiles(target.dir).staging)).toEqual([`${uploadId}.archive`])
    expect(target.backups.list()).toEqual([])
    createItem(target.store, activityEntity, { fields: { title: 'writable', day: '2026-11-01' } })
  })

  it('of invalid UTF-8 or UTF-16 is refused', async () => {
    const text = await archiveText(source)
    await expectRefused(Buffer.from(text.replace('Облако', '\u00ff'), 'latin1'), /archive-unreadable/)
    await expectRefused(Buffer.from(text, 'utf16le'), /archive-unreadable/)
  })

  it.each<[string, (archive: LooseArchive) => void, RegExp]>([
    ['an unknown field', ({ items }) => Object.assign(items.person?.[0] ?? {}, { isAdmin: true }), /isAdmin/],
    ['a missing field', ({ items }) => delete items.person?.[0]?.name, /person\[0\]\.name/],
    ['a wrong type', ({ items }) => Object.assign(items.activity?.[0] ?? {}, { minutes: '90' }), /minutes/],
    // An item created after the last possible day would make the overview fail.
    ['an impossible instant', ({ items }) => Object.assign(items.person?.[0] ?? {}, { createdAt: 9e15 }), /createdAt/],
    ['a broken rule', ({ items }) => Object.assign(items.activity?.[0] ?? {}, { minutes: 5000 }), /minutes.invalid/],
    ['a uid twice', ({ items }) => items.person?.push(items.person[0] ?? {}), /stands twice/],
    ['an owner that is not there', ({ items }) => items.skill?.pop(), /not in the archive/],
    [
      'an owner of another type',
      ({ items }) => Object.assign(items.milestone?.[0] ?? {}, { stageUid: items.plan?.[0]?.uid }),
      /names a plan/,
    ],
    [
      'a link to nothing',
      ({ items }) => Object.assign(items.activity?.[0] ?? {}, { links: ['019aaaaa-0000-7000-8000-000000000000'] }),
      /links/,
    ],
    [
      'another content under a hash',
      ({ files }) => Object.assign(files, { [Object.keys(files)[0] ?? '']: 'AAAA' }),
      /hash|size/,
    ],
    ['a content nobody names', ({ items }) => items.attachment?.splice(0), /no attachment names it/],
    ['a missing type', ({ items }) => delete items.review, /items.review: missing/],
    [
      'a circle of references',
      ({ items }) => {
        const [first, second] = items.attachment ?? []
        Object.assign(first ?? {}, { ownerUid: second?.uid })
        Object.assign(second ?? {}, { ownerUid: first?.uid })
      },
      /circle/,
    ],
  ])('with %s is refused whole', async (_name, change, pattern) => {
    await expectRefused(await changed(change), pattern)
  })

  it('cut off anywhere is refused', async () => {
    const uploadId = await receive(await archiveText(source))
    const file = join(workspaceFiles(target.dir).staging, `${uploadId}.archive`)
    const whole = readFileSync(file)
    for (const part of [0.1, 0.5, 0.9]) {
      truncateSync(file, 0)
      appendFileSync(file, whole.subarray(0, Math.floor(whole.length * part)))
      expect(() => importArchive(target.dir, file, 1, () => {})).toThrow(/archive-unreadable/)
      expect(itemCount()).toBe(0)
    }
  })

  it('that is cancelled leaves the workspace as it was, and writable', async () => {
    const text = await changed(({ items }) => {
      const [line] = items.activity ?? []
      const uid = (index: number) => `019b0000-0000-7000-8000-${String(index).padStart(12, '0')}`
      items.activity?.push(...Array.from({ length: 30_000 }, (_, index) => ({ ...line, uid: uid(index) })))
    })
    const importing = importReceived(target, await receive(text))
    const timer = setInterval(() => {
      const { current } = target.jobs
      if (current?.kind === 'import' && current.done > 0) target.jobs.cancel('import')
    }, 5)
    await expect(importing).rejects.toThrow(/REFUSED.*cancelled/)
    clearInterval(timer)
    expect(itemCount()).toBe(0)
    createItem(target.store, activityEntity, { fields: { title: 'a', day: '2026-11-01' } })
    expect(target.store.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})

describe('hostile bytes', () => {
  /** Everything an import does before it touches the database. */
  const read = (bytes: Uint8Array) => {
    const archive = parseArchive([bytes.subarray(0, 1000), bytes.subarray(1000)], null, null)
    checkArchive(archive)
    return archive.problems.list.length === 0 ? orderForInsert(archive) : []
  }

  const mutation = fc.oneof(
    fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat(7) }),
    fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
    fc.record({
      kind: fc.constant('insert' as const),
      at: fc.nat(),
      text: fc.oneof(
        fc.json(),
        fc.string(),
        fc.constantFrom('{', '[', '"', ',', '}', '"__proto__":{},', '\\', '1e999', '\u0000'),
      ),
    }),
    fc.record({ kind: fc.constant('remove' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 300 }) }),
  )

  type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never

  function mutate(bytes: Uint8Array, change: Mutation): Uint8Array {
    const at = change.at % bytes.length
    switch (change.kind) {
      case 'flip': {
        const copy = Uint8Array.from(bytes)
        copy[at] = (copy[at] ?? 0) ^ (1 << change.bit)
        return copy
      }
      case 'cut':
        return bytes.subarray(0, at)
      case 'insert':
        return Buffer.concat([bytes.subarray(0, at), Buffer.from(change.text), bytes.subarray(at)])
      case 'remove':
        return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + change.length)])
    }
  }

  it('end in a typed refusal or in valid items, and touch no prototype', async () => {
    const bytes = Buffer.from(await archiveText(source))
    const prototype = JSON.stringify(Object.getOwnPropertyNames(Object.prototype))
    let refused = 0
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (changes) => {
        try {
          read(changes.reduce(mutate, bytes))
        } catch (error) {
          refused += 1
          expect(error).toBeInstanceOf(Failure)
          expect((error as Failure).code).toBe('REFUSED')
        }
        expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(prototype)
      }),
      { numRuns: process.env.KURS_FULL === '1' ? 20_000 : 2000 },
    )
    expect(refused).toBeGreaterThan(100)
  }, 120_000)

  it('leave the database unchanged when they are refused', async () => {
    const bytes = Buffer.from(await archiveText(source))
    const file = join(root, 'hostile.archive')
    const changesBefore = target.store.sqlite.pragma('data_version', { simple: true })
    fc.assert(
      fc.property(mutation, fc.boolean(), (change, cut) => {
        writeFileSync(file, mutate(bytes, cut ? { kind: 'cut', at: change.at } : change))
        let isRefused = false
        try {
          read(readFileSync(file))
        } catch {
          isRefused = true
        }
        fc.pre(isRefused)
        expect(() => importArchive(target.dir, file, 1, () => {})).toThrow(Failure)
        expect(itemCount()).toBe(0)
        expect(existsSync(`${file}.files`)).toBe(false)
      }),
      { numRuns: 60 },
    )
    expect(target.store.sqlite.pragma('data_version', { simple: true })).toBe(changesBefore)
    expect(existsSync(workspaceFiles(target.dir).attachments)).toBe(false)
  }, 120_000)
})
