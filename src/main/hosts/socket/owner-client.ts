import { request } from 'node:http'
import type { OwnerInfo } from '#shared/model/owner.ts'
import { ShowAnswer } from '#shared/model/owner.ts'
import { SHOW_PATH } from './owner-socket.ts'

const ANSWER_LIMIT = 16_384
const PATIENCE = 3_000

/**
 * Asks the owner of a workspace to show itself. Null when the owner cannot be reached, does not know the secret or
 * gives no valid answer: it may still be starting, or have just ended.
 */
export function askOwnerToShow(owner: OwnerInfo): Promise<ShowAnswer | null> {
  const { endpoint } = owner
  if (!endpoint) return Promise.resolve(null)
  return new Promise((resolve) => {
    const asked = request(
      {
        socketPath: endpoint.socket,
        path: SHOW_PATH,
        method: 'POST',
        headers: { host: 'kurs', authorization: `Bearer ${endpoint.secret}`, 'content-length': 0 },
        timeout: PATIENCE,
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
          if (text.length > ANSWER_LIMIT) asked.destroy()
        })
        response.on('end', () => resolve(response.statusCode === 200 ? parseAnswer(text) : null))
        response.on('error', () => resolve(null))
      },
    )
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(null))
    asked.on('close', () => resolve(null))
    asked.end()
  })
}

function parseAnswer(text: string): ShowAnswer | null {
  try {
    return ShowAnswer.parse(JSON.parse(text))
  } catch {
    return null
  }
}
