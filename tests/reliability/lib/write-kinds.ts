import { ORPCError } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import type { Workspace } from '#main/store/open-workspace.ts'
import type { Host } from './start-host.ts'

/** A typed error of the contract out of an answer that is not of a procedure. */
export async function throwAnswer(answer: Response): Promise<never> {
  const text = await answer.text()
  const error = text === '' ? undefined : (JSON.parse(text) as { json?: { code: string; data?: unknown } }).json
  throw new ORPCError(error?.code ?? 'INTERNAL_SERVER_ERROR', { data: error?.data })
}

/** A write of some kind: what it does, and how to see in a workspace whether it is done. */
export interface WriteKind {
  /** Answers what `act` and `isDone` are given. */
  prepare(host: Host): Promise<string>
  act(host: Host, uid: string): Promise<unknown>
  isDone(workspace: Workspace, uid: string): boolean
}

const DAY = '2026-02-28'
const has = ({ store }: Workspace, query: string, ...values: string[]): boolean =>
  store.sqlite.prepare(query).get(...values) !== undefined
const itemExists = (workspace: Workspace, uid: string): boolean =>
  has(workspace, 'SELECT 1 FROM item WHERE uid = ?', uid)
const hasTitle = (workspace: Workspace, title: string): boolean =>
  has(workspace, 'SELECT 1 FROM activity WHERE title = ?', title)

async function addLine({ client }: Host, title = 'line'): Promise<string> {
  return (await client.journal.create({ uid: uuidv7(), fields: { title, day: DAY, notes: 'n'.repeat(9000) } })).uid
}

/** Every way of writing a user has, each repeatable without end. */
export const WRITE_KINDS: Record<string, WriteKind> = {
  'a new item': {
    prepare: async () => uuidv7(),
    act: ({ client }, uid) => client.journal.create({ uid, fields: { title: 'new', day: DAY } }),
    isDone: itemExists,
  },
  'an edit': {
    prepare: (host) => addLine(host),
    act: ({ client }, uid) => client.journal.update({ uid, patch: { title: `edited ${uid}` } }),
    isDone: (workspace, uid) => hasTitle(workspace, `edited ${uid}`),
  },
  'a removal': {
    prepare: (host) => addLine(host),
    act: ({ client }, uid) => client.journal.remove({ uid }),
    isDone: (workspace, uid) => !itemExists(workspace, uid),
  },
  'an undo': {
    prepare: (host) => addLine(host),
    act: ({ client }) => client.workspace.undo({}),
    isDone: (workspace, uid) => !itemExists(workspace, uid),
  },
  'a setting': {
    // Another one each time: SQLite writes nothing when nothing changes.
    prepare: async () =>
      [...uuidv7().slice(-3)].map((digit) => 'ABCDEFGHIJKLMNOP'[Number.parseInt(digit, 16)]).join(''),
    act: ({ client }, currency) => client.workspace.saveSettings({ currency }),
    isDone: (workspace, currency) =>
      has(workspace, "SELECT 1 FROM setting WHERE key = 'currency' AND value = ?", JSON.stringify(currency)),
  },
  'a signed review': {
    prepare: async ({ client }) => {
      for (const { uid, status } of await client.reviews.list({}))
        if (status === 'draft') await client.reviews.remove({ uid })
      const [newest] = await client.reviews.list({})
      if (newest !== undefined) return (await client.reviews.revise({ uid: newest.uid, newUid: uuidv7() })).uid
      const period = { periodStart: '2026-01-01', periodEnd: '2026-06-30' }
      return (await client.reviews.createDraft({ uid: uuidv7(), ...period })).uid
    },
    act: ({ client }, uid) => client.reviews.sign({ uid }),
    isDone: (workspace, uid) =>
      has(workspace, "SELECT 1 FROM review JOIN item USING (id) WHERE uid = ? AND status = 'signed'", uid),
  },
  'an attached file': {
    prepare: (host) => addLine(host),
    act: async (host, ownerUid) => {
      const answer = await host.upload(ownerUid, uuidv7(), Buffer.from(ownerUid))
      if (answer.status !== 201) await throwAnswer(answer)
    },
    isDone: (workspace, uid) =>
      has(workspace, 'SELECT 1 FROM attachment JOIN item ON item.id = attachment.owner_id WHERE item.uid = ?', uid),
  },
}
