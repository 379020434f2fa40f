import { type RequestOptions, request } from 'node:http'
import type { OwnerInfo } from '#shared/model/owner.ts'

/** Most bytes an answer may have; a page of any list is far smaller. */
const ANSWER_LIMIT = 256 * 1024 * 1024

/** A `fetch` to the process that owns a workspace, over its local socket. Rejects when it cannot be reached. */
export function ownerFetch(endpoint: NonNullable<OwnerInfo['endpoint']>): (asked: Request) => Promise<Response> {
  return async (asked) => {
    const { pathname, search } = new URL(asked.url)
    const body = Buffer.from(await asked.arrayBuffer())
    const headers = {
      host: 'kurs',
      authorization: `Bearer ${endpoint.secret}`,
      'content-type': asked.headers.get('content-type') ?? 'application/json',
      'content-length': body.length,
    }
    return send({ socketPath: endpoint.socket, path: `${pathname}${search}`, method: asked.method, headers }, body)
  }
}

function send(options: RequestOptions, body: Buffer): Promise<Response> {
  return new Promise((resolve, reject) => {
    const asked = request(options, (answer) => {
      const parts: Buffer[] = []
      let size = 0
      answer.on('data', (part: Buffer) => {
        size += part.length
        if (size > ANSWER_LIMIT) asked.destroy(new Error('The answer is too long'))
        parts.push(part)
      })
      answer.on('error', reject)
      answer.on('end', () => {
        const type = answer.headers['content-type'] ?? 'application/json'
        resolve(
          new Response(Buffer.concat(parts), { status: answer.statusCode ?? 500, headers: { 'content-type': type } }),
        )
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
