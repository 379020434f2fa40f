import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { ATTACHMENTS_PATH, encodeUpload } from '#shared/contract/attachments.ts'
import type { contract } from '#shared/contract/contract.ts'
import { ARCHIVE_IMPORT_PATH } from '#shared/contract/exchange-paths.ts'
import { UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { onePiece } from '../../fixtures/one-piece.ts'
import type { HostAnswer, HostRequest } from './host-lines.ts'

/** A running app in a process of its own. */
export interface Host {
  client: ContractRouterClient<typeof contract>
  fetch(request: Request): Promise<Response>
  upload(ownerUid: string, uid: string, content: Buffer): Promise<Response>
  uploadArchive(archive: string): Promise<Response>
  /** How the start ended; `opened`, or why not. */
  start: Extract<HostAnswer, { kind: 'opened' | 'closed' | 'died' }>
  /** Errors nobody has words for, and what it died of; must stay empty. */
  defects: string[]
  pid: number
  isAlive(): boolean
  /** Kills it without warning. */
  kill(): Promise<void>
  /** Asks it to end by itself, with everything put away. */
  end(): Promise<void>
}

/** Milliseconds to wait for a start or an answer; far more than any takes. */
const PATIENCE = 60_000

const post = (path: string, header: string, content: Buffer | string): Request =>
  new Request(`http://kurs${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      [UPLOAD_HEADER]: header,
      ...onePiece(Buffer.byteLength(content)),
    },
    body: typeof content === 'string' ? content : new Uint8Array(content),
  })

/** Starts the built host (`buildChild`) on a folder; `env` loads the tool that makes faults. */
export async function startHost(file: string, dir: string, env: Record<string, string> = {}): Promise<Host> {
  const child = spawn(process.execPath, [file, dir], { env: { ...process.env, ...env }, stdio: 'pipe' })
  const waiting = new Map<number, (response: Response) => void>()
  const defects: string[] = []
  child.stderr.on('data', (chunk: Buffer) => defects.push(chunk.toString()))
  const gone = once(child, 'close').then(() => {
    for (const answer of waiting.values()) answer(new Response(null, { status: 599 }))
    waiting.clear()
  })
  const start = await new Promise<Host['start']>((resolve) => {
    void gone.then(() => resolve({ kind: 'died', stack: defects.join('') }))
    setTimeout(() => resolve({ kind: 'died', stack: 'It neither starts nor ends.' }), PATIENCE).unref()
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as HostAnswer
      if (said.kind === 'answer') {
        const { status, headers, body } = said
        // A status of 0 cannot be made: what broke off is like a host that is gone.
        waiting.get(said.id)?.(new Response(Buffer.from(body, 'base64'), { status: status || 599, headers }))
        waiting.delete(said.id)
      } else {
        if (said.kind === 'defect' || said.kind === 'died') defects.push(said.stack)
        if (said.kind !== 'defect') resolve(said)
      }
    })
  })
  let next = 0
  const fetch = async (request: Request): Promise<Response> => {
    const body = request.method === 'GET' ? null : Buffer.from(await request.arrayBuffer()).toString('base64')
    const { pathname, search } = new URL(request.url)
    const line: HostRequest = { id: ++next, path: pathname + search, headers: [...request.headers], body }
    return new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve(new Response(null, { status: 599 }))
      waiting.set(line.id, resolve)
      setTimeout(() => resolve(new Response(null, { status: 599 })), PATIENCE).unref()
      child.stdin.write(`${JSON.stringify(line)}\n`)
    })
  }
  child.stdin.on('error', () => {})
  return {
    client: createORPCClient(new RPCLink({ url: 'http://kurs/rpc', fetch: (request) => fetch(request) })),
    fetch,
    upload: (ownerUid, uid, content) =>
      fetch(post(ATTACHMENTS_PATH, encodeUpload({ ownerUid, uid, name: 'file.bin', mediaType: '' }), content)),
    uploadArchive: (archive) => fetch(post(ARCHIVE_IMPORT_PATH, 'archive', archive)),
    start,
    defects,
    pid: child.pid ?? 0,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    kill: () => stop(child, gone, () => child.kill('SIGKILL')),
    end: () => stop(child, gone, () => child.stdin.end()),
  }
}

async function stop(child: ChildProcess, gone: Promise<void>, how: () => void): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) how()
  await gone
}
