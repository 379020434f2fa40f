import type { IpcMainInvokeEvent, Session, WebContents } from 'electron'
import { isAppUrl } from './app-scheme.ts'

/** Schemes a page may load: the app's own and content that pages make themselves. None of them uses a network. */
const LOCAL_SCHEMES = new Set(['app:', 'data:', 'blob:', 'about:', 'devtools:'])

/** Denies every permission but writing to the clipboard (the copy buttons), and every request to a network. */
export function guardSession(session: Session): void {
  const isAllowed = (permission: string, requester: string) =>
    permission === 'clipboard-sanitized-write' && isAppUrl(requester)
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isAllowed(permission, details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !LOCAL_SCHEMES.has(new URL(details.url).protocol) })
  })
}

/** Keeps a page on the app's own addresses. Whatever else it wants to open is offered to `leave`. */
export function guardContents(contents: WebContents, leave: (address: string) => void): void {
  contents.on('will-navigate', (event) => {
    if (isAppUrl(event.url)) return
    event.preventDefault()
    leave(event.url)
  })
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    leave(url)
    return { action: 'deny' }
  })
}

/** Refuses a message that does not come from the main frame of one of the app's own pages. */
export function assertTrustedSender(event: IpcMainInvokeEvent): void {
  const frame = event.senderFrame
  if (!frame || frame !== event.sender.mainFrame || !isAppUrl(frame.url)) {
    throw new Error(`Message from a foreign sender: ${frame?.url ?? 'gone'}`)
  }
}
