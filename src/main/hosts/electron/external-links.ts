import { type BrowserWindow, dialog, shell } from 'electron'
import type { HostText } from '#main/hosts/host-texts.ts'

const ALLOWED = new Set(['http:', 'https:', 'mailto:'])
const SHOWN_LENGTH = 400

/**
 * Opens web and mail addresses in the user's own programs, after asking; everything else is ignored. One question at a
 * time, so that a page cannot bury the user in them.
 */
export function createLeave(texts: () => HostText, window: () => BrowserWindow | null): (address: string) => void {
  let asking = false
  return (address) => {
    const href = parseExternal(address)
    if (href === null || asking) return
    asking = true
    void askAndOpen(href, texts(), window()).finally(() => {
      asking = false
    })
  }
}

/** True for web and mail addresses, which lead out of the app. */
export const isExternal = (address: string): boolean => parseExternal(address) !== null

/** The address in its plain ASCII form, so that no look-alike letters or hidden characters are shown. */
function parseExternal(address: string): string | null {
  try {
    const url = new URL(address)
    return ALLOWED.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

async function askAndOpen(href: string, t: HostText, window: BrowserWindow | null): Promise<void> {
  const question = {
    type: 'question' as const,
    title: t('externalTitle'),
    message: t('externalText'),
    detail: href.length > SHOWN_LENGTH ? `${href.slice(0, SHOWN_LENGTH)}…` : href,
    buttons: [t('externalOpen'), t('cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
  const answer = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question))
  if (answer.response === 0) await shell.openExternal(href)
}
