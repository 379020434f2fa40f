import { type Protocol, protocol } from 'electron'
import type { KursApp } from '#main/app/kurs-app.ts'
import { classifyRequest, isPlainTarget } from '#main/app/request-rules.ts'

const SCHEME = 'app'
const HOST = 'kurs'

/** Origin of every page of the desktop window. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`

/** Must be called before Electron is ready. Pages of other origins cannot fetch from it: no CORS, no CSP bypass. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** True for addresses of the app's own pages. */
export function isAppUrl(address: string): boolean {
  try {
    const url = new URL(address)
    return url.protocol === `${SCHEME}:` && url.host === HOST
  } catch {
    return false
  }
}

/** Answers `app://kurs/...` from the app. */
export function serveApp(own: Protocol, app: Pick<KursApp, 'fetch'>, onError: (error: unknown) => void): void {
  own.handle(SCHEME, async (request) => {
    const refusal = refusalOf(request)
    if (refusal) return new Response(null, { status: refusal })
    try {
      return await app.fetch(request)
    } catch (error) {
      onError(error)
      return new Response(null, { status: 500 })
    }
  })
}

function refusalOf(request: Request): number | null {
  if (!isAppUrl(request.url)) return 404
  const { pathname, search } = new URL(request.url)
  if (!isPlainTarget(pathname + search)) return 400
  const origin = request.headers.get('origin')
  // Some versions of Electron send `null` for the page's own requests; foreign pages are refused by Chromium itself.
  if (origin !== null && origin !== 'null' && origin !== APP_ORIGIN) return 403
  const kind = classifyRequest({
    method: request.method,
    path: pathname,
    header: (name) => request.headers.get(name),
  })
  return typeof kind === 'number' ? kind : null
}
