import { z } from 'zod'
import { keepKey, keyHeaders } from '#renderer/lib/page-key.ts'
import { keepWayBack } from '#renderer/lib/way-back.ts'
import { DESKTOP_API } from '#shared/contract/desktop.ts'
import { PAGE_KEY, SESSION_PATH, SIGN_IN_CODE } from '#shared/contract/transport.ts'

export type SignIn = 'signed-in' | 'needed'

const Session = z.object({ [PAGE_KEY]: z.string() })

/**
 * Must finish before the app sends any request. In the browser host it exchanges the one-time code of the address for a
 * session, after removing the code from the address bar and the history. In the desktop window there is nothing to do.
 */
export async function signIn(page: Window): Promise<SignIn> {
  if (DESKTOP_API in page) return 'signed-in'
  const { location, history } = page
  const fragment = new URLSearchParams(location.hash.slice(1))
  const code = fragment.get(SIGN_IN_CODE)
  if (code !== null) {
    history.replaceState(history.state, '', location.pathname + location.search)
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ [SIGN_IN_CODE]: code })
    const answer = await page.fetch(SESSION_PATH, { method: 'POST', headers, body })
    if (answer.ok) {
      keepKey(Session.parse(await answer.json())[PAGE_KEY])
      keepWayBack(fragment, page.sessionStorage)
    }
  }
  // A used code does not matter when an earlier one has signed in this browser.
  const answer = await page.fetch(SESSION_PATH, { headers: keyHeaders() })
  return answer.status === 401 ? 'needed' : 'signed-in'
}
