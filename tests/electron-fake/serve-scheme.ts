import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'

/**
 * Serves a captured scheme handler on loopback, so that a real browser can load the page: the handler sees the address
 * and the origin it would see in Electron.
 */
export async function serveScheme(
  scheme: string,
  handler: (request: Request) => Response | Promise<Response>,
): Promise<string> {
  let origin = ''
  const server = createServer(async (incoming, outgoing) => {
    const response = await handler(await toSchemeRequest(incoming, origin, `${scheme}://kurs`))
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    if (!response.body) {
      outgoing.end()
      return
    }
    const body = Readable.fromWeb(response.body as NodeStream)
    outgoing.on('close', () => body.destroy())
    body.on('error', () => outgoing.destroy())
    body.pipe(outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return origin
}

/** Header by which the page of a test tells that a body was a Blob; see `page.ts`. */
export const BLOB_HEADER = 'x-fake-blob'

async function toSchemeRequest(incoming: IncomingMessage, origin: string, appOrigin: string): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value !== 'string' || ['host', 'connection', 'content-length', BLOB_HEADER].includes(name)) continue
    headers.set(name, value.replaceAll(origin, appOrigin))
  }
  const method = incoming.method ?? 'GET'
  if (method === 'GET' || method === 'HEAD') return new Request(appOrigin + incoming.url, { method, headers })
  const bytes = Buffer.concat(await incoming.toArray())
  const body = incoming.headers[BLOB_HEADER] === undefined ? bytes : blobBody(bytes)
  const init: RequestInit & { duplex: 'half' } = { method, headers, body, duplex: 'half' }
  return new Request(appOrigin + incoming.url, init)
}

/**
 * The body of a Blob as Electron has it: `getBlobData` reads it into memory whole and copies that into a buffer, and it takes
 * the first byte of an empty one, which ends the process.
 */
function blobBody(bytes: Buffer): ReadableStream<Uint8Array> {
  if (bytes.byteLength === 0) process.kill(process.pid, 'SIGSEGV')
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(Buffer.from(bytes))
      controller.close()
    },
  })
}
