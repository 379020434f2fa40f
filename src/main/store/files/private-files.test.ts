import { execFileSync } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeArchive } from '#main/features/exchange/archive/archive-export.ts'
import { importReceived, receiveArchive } from '#main/features/exchange/archive/archive-jobs.ts'
import { attachFile } from '#main/store/attachments.ts'
import { createItem } from '#main/store/engine/items.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import { backupPath, makeBackup, readManifest } from '#main/store/safety/backup.ts'
import { acquireOwnerLock, readOwner } from '#main/store/safety/owner-lock.ts'
import { stageBackup } from '#main/store/safety/restore.ts'
import { fillSample, openSample } from '../../../../tests/fixtures/sample-workspace.ts'
import { attachmentPath } from './attachment-files.ts'
import { workspaceFiles } from './workspace-files.ts'

let root: string
let dir: string
let umask: number
let opened: Workspace | null = null

beforeEach(() => {
  umask = process.umask(0)
  root = mkdtempSync(join(tmpdir(), 'kurs-private-'))
  dir = join(root, 'work')
  mkdirSync(dir, { mode: 0o755 })
})

afterEach(async () => {
  process.umask(umask)
  await close()
  rmSync(root, { recursive: true })
})

const open = () => {
  opened = openSample(dir)
  return opened
}

async function close(): Promise<void> {
  await opened?.jobs.close()
  opened?.close()
  opened = null
}

/** Every file and folder of the workspace that somebody else could read, with its mode. */
function wideOpen(): string[] {
  const found: string[] = []
  const walk = (path: string) => {
    const { mode } = lstatSync(path)
    if ((mode & 0o077) !== 0) found.push(`${relative(root, path)} ${(mode & 0o777).toString(8)}`)
    if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) walk(join(path, name))
  }
  walk(dir)
  return found
}

const add = (workspace: Workspace) =>
  createItem(workspace.store, activityEntity, { fields: { title: 'line', day: '2026-11-01' } })

async function* toBytes(pieces: Iterable<string> | AsyncIterable<string>) {
  for await (const piece of pieces) yield Buffer.from(piece)
}

const once = (text: string) => toBytes([text])

describe('a workspace', () => {
  it('is its user’s alone in a folder that was open to all, whatever is done in it', async () => {
    const workspace = open()
    workspace.lock.publish({ socket: join(root, 'x.sock'), secret: 'x'.repeat(43) })
    await fillSample(workspace)
    const { name } = await workspace.backups.make('manual')
    expect(wideOpen()).toEqual([])
    await workspace.backups.restore(name)
    add(workspace)
    expect(readdirSync(dir)).toEqual(expect.arrayContaining(['kurs.sqlite-wal', 'kurs.sqlite-shm', 'owner.json']))
    expect(wideOpen()).toEqual([])
    await receiveArchive(dir, once('{}'))
    expect(wideOpen()).toEqual([])
    // Damage, its quarantine and a restore at the start.
    await close()
    writeFileSync(workspaceFiles(dir).database, 'x'.repeat(100_000))
    const damaged = openWorkspace(dir, 'browser', Date.now)
    if (damaged.kind !== 'damaged') throw new Error(damaged.kind)
    opened = damaged.damaged.restore(name)
    add(opened)
    expect(readdirSync(dir)).toContain('damaged')
    expect(wideOpen()).toEqual([])
  })

  it('that was copied with wider modes is closed at the start, with what lies in it', async () => {
    await fillSample(open())
    await opened?.backups.make('manual')
    await close()
    const widen = (path: string) => {
      const isFolder = lstatSync(path).isDirectory()
      chmodSync(path, isFolder ? 0o755 : 0o644)
      if (isFolder) for (const name of readdirSync(path)) widen(join(path, name))
    }
    widen(dir)
    expect(wideOpen().length).toBeGreaterThan(8)
    open()
    expect(wideOpen()).toEqual([])
  })

  it('leaves alone what is not its own in a folder it shares', async () => {
    writeFileSync(join(dir, 'letter.txt'), 'mine', { mode: 0o644 })
    await fillSample(open())
    expect(wideOpen()).toEqual(['work 755', 'work/letter.txt 644'])
  })

  it('stays closed through an import and its backup', async () => {
    const source = openSample(join(root, 'source'))
    await fillSample(source)
    const workspace = open()
    const { uploadId } = await receiveArchive(dir, toBytes(writeArchive(source.store, source.dir)))
    source.close()
    await importReceived(workspace, uploadId)
    expect(readdirSync(workspaceFiles(dir).backups).length).toBe(2)
    expect(wideOpen()).toEqual([])
  })
})

describe('a pipe under a name of the workspace', () => {
  const pipe = (path: string) => {
    rmSync(path, { force: true })
    execFileSync('mkfifo', [path])
  }

  it('is no backup, and its note no note', async () => {
    const workspace = open()
    add(workspace)
    const { name } = await workspace.backups.make('manual')
    pipe(backupPath(dir, 'kurs-20260101T000000Z-7.sqlite'))
    mkdirSync(backupPath(dir, 'kurs-20260101T000000Z-8.sqlite'))
    expect(workspace.backups.list().map((backup) => backup.name)).toEqual([name])
    expect(() => stageBackup(dir, 'kurs-20260101T000000Z-7.sqlite')).toThrow(/EFTYPE/)
    pipe(`${backupPath(dir, name)}.json`)
    expect(readManifest(dir, name)).toBeNull()
    expect(workspace.backups.list()).toMatchObject([{ name, verified: false }])
    await makeBackup({ dir, reason: 'manual', now: Date.now() }, () => {})
    expect(workspace.backups.list()).toHaveLength(2)
  })

  it('is no attachment', async () => {
    const workspace = open()
    const { uid: ownerUid } = add(workspace)
    const attach = () => attachFile(workspace.store, dir, { ownerUid, name: 'a', mediaType: '' }, once(''))
    await attach()
    const { hash } = workspace.store.sqlite.prepare('SELECT hash FROM attachment').get() as { hash: string }
    pipe(attachmentPath(dir, hash))
    expect(await workspace.backups.make('manual')).toMatchObject({ missingFiles: 1 })
    await attach()
    expect(await workspace.backups.make('manual')).toMatchObject({ missingFiles: 0 })
  })

  it.each(['kurs.sqlite', 'kurs.sqlite-wal', 'kurs.sqlite-journal', 'kurs.sqlite.ready', 'owner.lock'])(
    'keeps nobody waiting at the start: %s',
    async (name) => {
      add(open())
      await close()
      const database = workspaceFiles(dir).database
      if (name === 'kurs.sqlite') renameSync(database, `${dir}.kept`)
      pipe(join(dir, name))
      expect(openWorkspace(dir, 'browser', Date.now)).toMatchObject({ kind: 'unavailable', code: 'EFTYPE' })
      rmSync(join(dir, name))
      if (name === 'kurs.sqlite') renameSync(`${dir}.kept`, database)
      expect(open().store.sqlite.prepare('SELECT count(*) FROM activity').pluck().get()).toBe(1)
    },
  )

  it('says nothing of an owner', () => {
    const taken = acquireOwnerLock(dir, 'browser', Date.now())
    pipe(join(dir, 'owner.json'))
    expect(readOwner(dir)).toBeNull()
    if (taken.kind === 'acquired') taken.lock.release()
  })
})
