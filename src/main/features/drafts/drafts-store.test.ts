import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { workspaceFiles } from '#main/store/files/workspace-files.ts'
import { keepDraft, listDrafts } from './drafts-store.ts'

const NOW = Date.UTC(2026, 10, 27)
const DAY = 86_400_000

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-drafts-'))
})

afterEach(() => rmSync(dir, { recursive: true, force: true }))

const keep = (text: string | null, at = NOW, name = 'new-activity@window') => keepDraft(dir, { name, at, text })
const listed = () => listDrafts(dir, NOW).map(({ name, text }) => [name, text])

describe('drafts', () => {
  it('are none at first, then what was typed last under each name', async () => {
    expect(listed()).toEqual([])
    await keep('Пол', NOW)
    await keep('Половина мысли', NOW + 1)
    await keep('other', NOW, '../../kurs.sqlite')
    expect(listed().sort()).toEqual([
      ['../../kurs.sqlite', 'other'],
      ['new-activity@window', 'Половина мысли'],
    ])
    const { drafts, staging } = workspaceFiles(dir)
    expect(readdirSync(dir).sort()).toEqual(['drafts', 'staging'])
    expect(readdirSync(staging)).toEqual([])
    for (const name of readdirSync(drafts)) expect(statSync(join(drafts, name)).mode & 0o777).toBe(0o600)
  })

  it('stay with the newest, whatever arrives last', async () => {
    await Promise.all([keep('third', NOW + 3), keep('first', NOW + 1), keep('second', NOW + 2)])
    await keep('older', NOW)
    expect(listed()).toEqual([['new-activity@window', 'third']])
  })

  it('are remembered to be done, for a month', async () => {
    await keep('typed', NOW - 40 * DAY)
    await keep(null, NOW - 20 * DAY)
    await keep(null, NOW - 31 * DAY, 'long-ago')
    await keep('kept for ever', NOW - 4000 * DAY, 'a')
    expect(listed().sort()).toEqual([
      ['a', 'kept for ever'],
      ['new-activity@window', null],
    ])
    expect(readdirSync(workspaceFiles(dir).drafts)).toHaveLength(2)
  })

  it('that were broken off or are something else are none', async () => {
    await keep('typed')
    const [name = ''] = readdirSync(workspaceFiles(dir).drafts)
    writeFileSync(join(workspaceFiles(dir).drafts, name), '{"name":"new-act')
    writeFileSync(join(workspaceFiles(dir).drafts, 'notes.txt'), 'mine')
    expect(listed()).toEqual([])
    await keep('typed again', NOW + 1)
    expect(listed()).toEqual([['new-activity@window', 'typed again']])
    expect(readdirSync(workspaceFiles(dir).drafts)).toContain('notes.txt')
  })

  it('make no new workspace where the old one is gone', async () => {
    rmSync(dir, { recursive: true })
    await expect(keep('typed')).rejects.toThrow('ENOENT')
    expect(() => statSync(dir)).toThrow('ENOENT')
  })
})
