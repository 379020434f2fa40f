import type { Client } from '#renderer/lib/api.ts'
import { type DraftBox, WindowDrafts } from '#renderer/lib/draft-box.ts'
import { newUid } from '#renderer/lib/new-uid.ts'

/** Session storage key under which a window keeps its name over a reload. */
const WINDOW_NAME = 'kurs.window'

/** Prefix of the lock that every open window holds; the window's name follows it. */
const LOCK = 'kurs-window-'

/** Milliseconds until the page that this one replaces has released its lock. */
const HANDOVER = 300

function holdLock(page: Window, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const hold = () => {
      resolve(true)
      return new Promise<never>(() => {})
    }
    page.navigator.locks
      .request(LOCK + name, { signal: AbortSignal.timeout(HANDOVER) }, hold)
      .catch(() => resolve(false))
  })
}

/**
 * The name of this window: the one it had before a reload, unless another window uses it (a duplicated tab copies the
 * name).
 */
async function nameWindow(page: Window): Promise<string> {
  const before = page.sessionStorage.getItem(WINDOW_NAME)
  if (before !== null && (await holdLock(page, before))) return before
  const name = newUid()
  page.sessionStorage.setItem(WINDOW_NAME, name)
  await holdLock(page, name)
  return name
}

async function livingWindows(page: Window): Promise<Set<string>> {
  const { held = [] } = await page.navigator.locks.query()
  return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])))
}

/** Opens the drafts of this window: its own from before, and those of windows that were closed. */
export async function openDrafts(page: Window, client: Client, scope: string): Promise<DraftBox> {
  const [window, kept] = await Promise.all([nameWindow(page), client.drafts.list({}).catch(() => [])])
  const send = (draft: Parameters<Client['drafts']['keep']>[0]) => client.drafts.keep(draft)
  const drafts = new WindowDrafts({ storage: page.localStorage, scope, window, now: Date.now, send })
  drafts.merge(kept)
  const adopt = async () => {
    const living = await livingWindows(page)
    drafts.adopt((name) => living.has(name))
  }
  await adopt()
  // Another window may have been closed with unsaved drafts.
  page.addEventListener('focus', () => void adopt())
  return drafts
}
