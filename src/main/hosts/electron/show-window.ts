import type { BrowserWindow } from 'electron'

/** Milliseconds after which a window is shown whatever its page does: an empty window can be closed, a hidden one not. */
const LATEST = 10_000

/** Chromium's code for a load that was replaced by another one. */
const ABORTED = -3

export interface Presentation {
  /** Called once, when the hidden window is worth showing. */
  show(): void
  /** Called whenever the page could not be loaded. */
  failed(): void
}

/**
 * Follows the page of a hidden window: it is shown when it is painted, loaded or failed, whichever comes first. Under
 * Wayland a hidden window may never be painted (electron#48859).
 */
export function followLoading(window: BrowserWindow, { show, failed }: Presentation): void {
  let isShown = false
  const present = () => {
    clearTimeout(timer)
    if (!isShown && !window.isDestroyed()) show()
    isShown = true
  }
  const timer = setTimeout(present, LATEST)
  window.once('closed', () => clearTimeout(timer))
  window.once('ready-to-show', present)
  window.webContents.once('did-finish-load', present)
  window.webContents.on('did-fail-load', (_event, code, _description, _address, isMainFrame) => {
    if (!isMainFrame || code === ABORTED) return
    present()
    failed()
  })
}
