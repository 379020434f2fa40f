import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

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
    const body = Readable.fromWeb(response.body as ReadableStream)
    outgoing.on('close', () => body.destroy())
    body.on('error', () => outgoing.destroy())
    body.pipe(outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return origin
}

async function toSchemeRequest(incoming: IncomingMessage, origin: string, appOrigin: string): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value !== 'string' || ['host', 'connection', 'content-length'].includes(name)) continue
    headers.set(name, value.replaceAll(origin, appOrigin))
  }
  const method = incoming.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(await incoming.toArray())
  return new Request(appOrigin + incoming.url, { method, headers, body })
}
