import { randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { KursApp } from '#main/app/kurs-app.ts'
import { isPlainTarget } from '#main/app/request-rules.ts'
import { BACKLOG, type Guests, limitGuests } from '#main/hosts/guest-connections.ts'
import type { OwnerInfo, ShowAnswer } from '#shared/model/owner.ts'

export const SHOW_PATH = '/owner/show'

/** Limited here too, because other programs of the same user may be broken. */
const GUESTS = { guests: 256, guestTime: 5_000 }

export interface OwnerSocketOptions {
  /** Path of the socket, or name of the pipe. */
  path: string
  app: Pick<KursApp, 'fetch'>
  /** Another launch on this workspace: come to the front, or make a fresh address. */
  show(): Promise<ShowAnswer>
  onError(error: unknown): void
}

export interface OwnerSocket {
  endpoint: NonNullable<OwnerInfo['endpoint']>
  close(): Promise<void>
}

/**
 * Lets other programs of the same user (a second launch, the terminal, an assistant) reach the owner of the workspace.
 * The socket is in a folder that only the user may enter, and every request must show the secret of `owner.json`.
 */
export async function listenAsOwner(options: OwnerSocketOptions): Promise<OwnerSocket> {
  const secret = randomBytes(32).toString('base64url')
  const server = createServer({
    maxHeaderSize: 16_384,
    headersTimeout: 5_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
  })
  const guests = limitGuests(server, GUESTS)
  const listener = (request: Request, env: object) =>
    answer(request, { ...options, secret, guests, ...(env as { incoming: IncomingMessage }) })
  server.on('request', getRequestListener(listener, { overrideGlobalObjects: false }))
  const isPipe = options.path.startsWith('\\\\')
  // Removes the socket that a killed owner left behind; nobody else may be using it, because this process holds the
  // owner lock.
  if (!isPipe) await rm(options.path, { force: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.path, BACKLOG, resolve)
  })
  server.on('error', options.onError)
  if (!isPipe) chmodSync(options.path, 0o600)
  return {
    endpoint: { socket: options.path, secret },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Asked extends OwnerSocketOptions {
  secret: string
  guests: Guests
  incoming: IncomingMessage
}

async function answer(request: Request, { secret, guests, incoming, ...options }: Asked): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (!isAuthorized(request.headers.get('authorization'), secret)) return new Response(null, { status: 401 })
  guests.admit(incoming.socket)
  if (request.method !== 'POST' || !isPlainTarget(pathname)) return new Response(null, { status: 400 })
  try {
    if (pathname === SHOW_PATH) return Response.json(await options.show())
    if (pathname.startsWith('/rpc/')) return await options.app.fetch(request)
    return new Response(null, { status: 404 })
  } catch (error) {
    options.onError(error)
    return new Response(null, { status: 500 })
  }
}

function isAuthorized(header: string | null, secret: string): boolean {
  const [given, expected] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${secret}`)]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
