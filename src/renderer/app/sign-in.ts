import { z } from 'zod'
import { keepKey, keyHeaders } from '#renderer/lib/page-key.ts'
import { DESKTOP_API } from '#shared/contract/desktop.ts'
import { PAGE_KEY, SESSION_PATH, SIGN_IN_CODE } from '#shared/contract/transport.ts'
import { host as english } from '#shared/locales/en/host.ts'
import { host as russian } from '#shared/locales/ru/host.ts'

export type SignIn = 'signed-in' | 'needed'

const Session = z.object({ [PAGE_KEY]: z.string() })

/**
 * Must end before the app asks its host for anything. In the browser host it exchanges the one-time code of the address
 * for a session; the code leaves the address bar and the history first. In the desktop window there is nothing to do.
 */
export async function signIn(page: Window): Promise<SignIn> {
  if (DESKTOP_API in page) return 'signed-in'
  const { location, history } = page
  const code = new URLSearchParams(location.hash.slice(1)).get(SIGN_IN_CODE)
  if (code !== null) {
    history.replaceState(history.state, '', location.pathname + location.search)
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ [SIGN_IN_CODE]: code })
    const answer = await page.fetch(SESSION_PATH, { method: 'POST', headers, body })
    if (answer.ok) keepKey(Session.parse(await answer.json())[PAGE_KEY])
  }
  // A used code is no harm when an earlier one has signed this browser in.
  const answer = await page.fetch(SESSION_PATH, { headers: keyHeaders() })
  return answer.status === 401 ? 'needed' : 'signed-in'
}

/** Tells, in both languages because no setting can be read yet, how to come in. Replaces what `root` shows. */
export function showSignInNeeded(page: Window, root: HTMLElement): void {
  const { document } = page
  const sections = (
    [
      ['ru', russian],
      ['en', english],
    ] as const
  ).map(([language, texts]) => {
    const section = document.createElement('section')
    section.lang = language
    const heading = document.createElement('h1')
    heading.textContent = texts.signInTitle
    const text = document.createElement('p')
    text.textContent = texts.signInText
    section.append(heading, text)
    return section
  })
  const main = document.createElement('main')
  main.style.cssText = 'max-width:34rem;margin:15vh auto;padding:0 1.5rem;font:1rem/1.6 system-ui,sans-serif'
  main.append(...sections)
  root.replaceChildren(main)
  // A fresh address pasted into this tab changes the fragment only, and would not load the page again.
  page.addEventListener('hashchange', () => page.location.reload())
}
