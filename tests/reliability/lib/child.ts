/**
 * A process that works on a workspace until it is killed. What the store has promised it says on its output before it goes
 * on, one line each: `<kind> <value>`. Built and started by `start-child.ts`; arguments: task, folder, seed.
 */
import { createReadStream, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { importReceived, receiveArchive } from '#main/features/exchange/archive/archive-jobs.ts'
import { attachFile } from '#main/store/attachments.ts'
import { createItem, listItems, removeItem, updateItem } from '#main/store/engine/items.ts'
import { undo } from '#main/store/engine/undo.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import { archiveText } from '../../fixtures/archive-text.ts'
import { makeRandom, type Random } from './random.ts'

/** Tells the parent; returns once it is in the pipe, so what was said survives this process. */
const say = (kind: string, value: string | number) => writeSync(1, `${kind} ${value}\n`)

function open(dir: string): Workspace {
  const opened = openWorkspace(dir, 'cli', Date.now)
  say('opened', opened.kind)
  if (opened.kind !== 'open') process.exit(0)
  return opened.workspace
}

const DAYS = ['2026-02-28', '2028-02-29', '2026-12-31']

function addLine({ store }: Workspace, random: Random, links: string[] = []): string {
  const day = random.pick(DAYS)
  const notes = 'x'.repeat(random.below(3000))
  return createItem(store, activityEntity, { fields: { title: 'line', day, minutes: 30, links, notes } }).uid
}

/** Adds, edits, removes and takes back without end. Only what nothing later changes is promised as `item`. */
function writeForever(workspace: Workspace, random: Random): void {
  const person = createItem(workspace.store, personEntity, { fields: { name: 'Anna' } }).uid
  say('item', person)
  for (;;) {
    const uid = addLine(workspace, random, [person])
    if (random.below(4) === 0) {
      updateItem(workspace.store, activityEntity, { uid, patch: { title: 'edited' } })
      say('edited', uid)
    }
    if (random.below(5) === 0) {
      removeItem(workspace.store, activityEntity, { uid })
      say('removed', uid)
      if (random.below(2) === 0) {
        undo(workspace.store)
        say('item', uid)
      }
    } else say('item', uid)
  }
}

async function backUpForever(workspace: Workspace, random: Random): Promise<void> {
  for (;;) {
    for (let count = random.below(20); count >= 0; count--) say('item', addLine(workspace, random))
    say('backup', (await workspace.backups.make(random.below(2) === 0 ? 'daily' : 'manual')).name)
  }
}

/** Goes to and fro between two states; every line it promises must afterwards be in the database or in a backup. */
async function restoreForever(workspace: Workspace, random: Random): Promise<void> {
  for (;;) {
    say('item', addLine(workspace, random))
    const { name } = await workspace.backups.make('manual')
    for (let count = random.below(5); count >= 0; count--) say('item', addLine(workspace, random))
    const { undoName } = await workspace.backups.restore(name)
    say('restored', name)
    if (undoName !== null && random.below(2) === 0) await workspace.backups.restore(undoName)
  }
}

async function attachForever(workspace: Workspace, random: Random): Promise<void> {
  const ownerUid = addLine(workspace, random)
  for (;;) {
    const content = Buffer.alloc(random.below(300_000), random.below(256))
    const upload = { ownerUid, name: 'file.bin', mediaType: '' }
    say('item', (await attachFile(workspace.store, workspace.dir, upload, Readable.from([content]))).uid)
  }
}

async function importOnce(workspace: Workspace): Promise<void> {
  const archive = join(workspace.dir, '..', 'archive.json')
  const { uploadId } = await receiveArchive(workspace.dir, createReadStream(archive))
  say('importing', uploadId)
  say('imported', (await importReceived(workspace, uploadId)).items)
}

/** Stores each day, reads it back, carries it through an archive: what comes out is the answer. */
async function echoDays(workspace: Workspace, days: string[]): Promise<void> {
  for (const day of days) createItem(workspace.store, activityEntity, { fields: { title: day, day } })
  for (const line of listItems(workspace.store, activityEntity)) say('day', `${line.title} ${line.day}`)
  const archived = JSON.parse(await archiveText(workspace)) as { items: { activity: { title: string; day: string }[] } }
  for (const { title, day } of archived.items.activity) say('day', `${title} ${day}`)
}

const [task = '', dir = '', seed = '1', ...rest] = process.argv.slice(2)
const random = makeRandom(Number(seed))
const workspace = open(dir)
switch (task) {
  case 'write':
    writeForever(workspace, random)
    break
  case 'backup':
    await backUpForever(workspace, random)
    break
  case 'restore':
    await restoreForever(workspace, random)
    break
  case 'attach':
    await attachForever(workspace, random)
    break
  case 'import':
    await importOnce(workspace)
    break
  case 'days':
    await echoDays(workspace, rest)
    workspace.close()
    break
  case 'own':
    // Holds the workspace until the parent closes the pipe.
    process.stdin.on('end', () => workspace.close()).resume()
    break
  default:
    throw new Error(`Unknown task ${task}`)
}
