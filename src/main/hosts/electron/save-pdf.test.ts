import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WebContents } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** The code of the error that the next write, or the next rename, ends with. */
const faults = vi.hoisted(() => ({ write: null as string | null, rename: null as string | null }))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const failing = <Call extends (...args: never[]) => unknown>(name: keyof typeof faults, call: Call) =>
    ((...args: Parameters<Call>) => {
      const code = faults[name]
      if (code !== null) throw Object.assign(new Error(`${code}: ${name}`), { code, errno: -1, syscall: name })
      return call(...args)
    }) as Call
  return { ...fs, writeFileSync: failing('write', fs.writeFileSync), renameSync: failing('rename', fs.renameSync) }
})

const { pdfFileName, savePdf } = await import('./save-pdf.ts')

let dir: string
let asked: string[]
let defects: unknown[]

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-pdf-'))
  asked = []
  defects = []
  Object.assign(faults, { write: null, rename: null })
})

afterEach(() => rmSync(dir, { recursive: true }))

const PDF = new TextEncoder().encode('%PDF whole')

function save(path: string | null, printToPDF: (options: object) => Promise<Uint8Array> = async () => PDF) {
  return savePdf(
    { name: 'Kurs: review 1/2', paper: 'letter' },
    {
      contents: { printToPDF } as unknown as WebContents,
      dialogs: {
        ask: async (name) => {
          asked.push(name)
          return path
        },
      },
      reportDefect: (error) => void defects.push(error),
    },
  )
}

describe('savePdf', () => {
  it('asks first, and makes the page into a PDF of the chosen paper there', async () => {
    const path = join(dir, 'review.pdf')
    const print = vi.fn(async () => PDF)
    expect(await save(path, print)).toEqual({ kind: 'saved', path })
    expect(asked).toEqual(['Kurs_ review 1 2.pdf'])
    expect(print).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ pageSize: 'Letter', landscape: false }))
    expect(readFileSync(path, 'utf8')).toBe('%PDF whole')
    expect(readdirSync(dir)).toEqual(['review.pdf'])
  })

  it('does nothing when the person thinks better of it', async () => {
    const print = vi.fn(async () => PDF)
    expect(await save(null, print)).toEqual({ kind: 'cancelled' })
    expect(print).not.toHaveBeenCalled()
  })

  it.each([
    ['write', 'ENOSPC', 'full'],
    ['write', 'EDQUOT', 'full'],
    ['rename', 'EACCES', 'readonly'],
    ['rename', 'EPERM', 'readonly'],
    ['rename', 'EBUSY', 'busy'],
    ['write', 'EIO', 'io'],
  ] as const)('%s fails with %s: told as %s, and what stood there stays', async (call, code, reason) => {
    const path = join(dir, 'review.pdf')
    writeFileSync(path, 'the old one')
    faults[call] = code
    expect(await save(path)).toEqual({ kind: 'failed', path, reason })
    faults[call] = null
    expect(readFileSync(path, 'utf8')).toBe('the old one')
    expect(readdirSync(dir)).toEqual(['review.pdf'])
    expect(defects).toEqual([])
  })

  it('tells of a folder that is gone, and of one that stands where the file should', async () => {
    expect(await save(join(dir, 'away', 'review.pdf'))).toMatchObject({ kind: 'failed', reason: 'gone' })
    expect(await save(dir)).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/blocked|busy/) })
  })

  it('reports what Chromium could not do, and leaves the place alone', async () => {
    const path = join(dir, 'review.pdf')
    const broken = new Error('Failed to generate PDF')
    expect(await save(path, () => Promise.reject(broken))).toEqual({ kind: 'failed', path, reason: null })
    expect(defects).toEqual([broken])
    expect(readdirSync(dir)).toEqual([])
  })
})

describe('pdfFileName', () => {
  it.each([
    ['Курс. Отчёт за 1-й год, 2026-01-01 – 2026-12-31', 'Курс. Отчёт за 1-й год, 2026-01-01 – 2026-12-31.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['a\u202Efdp.exe\u0000', 'afdp.exe.pdf'],
    ['CON', '_CON.pdf'],
    [' . ', 'Kurs.pdf'],
    ['', 'Kurs.pdf'],
    ['ж'.repeat(300), `${'ж'.repeat(98)}.pdf`],
  ])('%j becomes %j', (title, name) => expect(pdfFileName(title)).toBe(name))
})
