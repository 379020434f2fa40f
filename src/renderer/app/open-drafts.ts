import type { Client } from '#renderer/lib/api.ts'
import { type DraftBox, WindowDrafts } from '#renderer/lib/draft-box.ts'
import { newUid } from '#renderer/lib/new-uid.ts'

/** Where a window remembers its name over a reload. */
const WINDOW_NAME = 'kurs.window'

/** Every living window holds a lock of this name and its own. */
const LOCK = 'kurs-window-'

/** Milliseconds until a page that is being replaced by this one has let its lock go. */
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

/** The name of this window: the one it had before a reload, unless that is taken (a duplicated tab brings it along). */
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

/** Opens the drafts of this window: what it left before, and what windows that are gone have left. */
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
  // Another window may have closed with something unsaved.
  page.addEventListener('focus', () => void adopt())
  return drafts
}
