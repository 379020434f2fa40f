import { createContext, useContext } from 'react'
import type { KeptDraft } from '#shared/contract/drafts.ts'

/**
 * Unsaved texts, each under the key of its form: kept by the browser at once and by the workspace moments later, so
 * that they survive closing the window, the browser and Kurs. Every window has its own drafts: text typed in one window
 * never appears in another while the first is open.
 */
export interface DraftBox {
  read(key: string): string | null
  /** null = saved or discarded. */
  keep(key: string, text: string | null): void
}

interface DraftBoxOptions {
  storage: Storage
  /** The workspace: one browser may have several at the same address. */
  scope: string
  /** The window's name. */
  window: string
  now(): number
  /** Sends a draft to the workspace. */
  send(draft: KeptDraft): Promise<unknown>
}

type Entry = Pick<KeptDraft, 'at' | 'text'>

const PREFIX = 'kurs.draft'

/** The key of a form and its window. */
function splitName(name: string): { key: string; window: string } {
  const at = name.lastIndexOf('@')
  return { key: name.slice(0, at), window: name.slice(at + 1) }
}

function parseEntry(text: string | null): Entry | null {
  if (text === null) return null
  try {
    const { at, text: kept } = JSON.parse(text) as Entry
    return typeof at === 'number' && (kept === null || typeof kept === 'string') ? { at, text: kept } : null
  } catch {
    return null
  }
}

/** The drafts of one window; see `DraftBox`. Failures here never interrupt typing. */
export class WindowDrafts implements DraftBox {
  readonly #options: DraftBoxOptions
  readonly #prefix: string

  constructor(options: DraftBoxOptions) {
    this.#options = options
    this.#prefix = `${PREFIX}:${options.scope}:`
  }

  read(key: string): string | null {
    return this.#entry(this.#own(key))?.text ?? null
  }

  keep(key: string, text: string | null): void {
    const name = this.#own(key)
    if ((this.#entry(name)?.text ?? null) !== text) this.#write(name, text)
  }

  /**
   * Merges with the drafts of the workspace: of each draft the version typed last wins, and drafts that only the
   * browser has are sent.
   */
  merge(kept: readonly KeptDraft[]): void {
    const known = new Map(kept.map((draft) => [draft.name, draft]))
    for (const { name, at, text } of kept) {
      const local = this.#entry(name)
      if (local !== null && local.at > at) continue
      if (text === null) this.#options.storage.removeItem(this.#prefix + name)
      else this.#store(name, { at, text })
    }
    for (const [name, entry] of this.#entries())
      if (entry.at > (known.get(name)?.at ?? 0)) this.#hand({ name, ...entry })
  }

  /** Takes over drafts of closed windows, unless this window has a draft of the same form. */
  adopt(isAlive: (window: string) => boolean): void {
    const left = this.#entries()
      .filter(([name, { text }]) => text !== null && !isAlive(splitName(name).window))
      .sort(([, one], [, other]) => other.at - one.at)
    for (const [name, { text }] of left) {
      const { key, window } = splitName(name)
      if (window === this.#options.window || this.read(key) !== null) continue
      this.#write(this.#own(key), text)
      this.#write(name, null)
    }
  }

  #own(key: string): string {
    return `${key}@${this.#options.window}`
  }

  #entry(name: string): Entry | null {
    return parseEntry(this.#options.storage.getItem(this.#prefix + name))
  }

  #entries(): [name: string, entry: Entry][] {
    const { storage } = this.#options
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    return names.flatMap((full) => {
      const entry = full.startsWith(this.#prefix) ? parseEntry(storage.getItem(full)) : null
      return entry === null ? [] : [[full.slice(this.#prefix.length), entry] as [string, Entry]]
    })
  }

  #store(name: string, entry: Entry): void {
    try {
      this.#options.storage.setItem(this.#prefix + name, JSON.stringify(entry))
    } catch {
      // The browser's storage is full or closed; the workspace still keeps the draft.
    }
  }

  #write(name: string, text: string | null): void {
    // If the clock was set back, the newest text must still have the largest time.
    const at = Math.max(this.#options.now(), (this.#entry(name)?.at ?? 0) + 1)
    this.#store(name, { at, text })
    this.#hand({ name, at, text })
  }

  #hand(draft: KeptDraft): void {
    // Kurs may be stopped at the moment: the browser still has the draft, and sends it at the next start.
    this.#options.send(draft).catch(() => {})
  }
}

export const DraftBoxContext = createContext<DraftBox | null>(null)

/** The drafts of this window. */
export function useDraftBox(): DraftBox {
  const box = useContext(DraftBoxContext)
  if (box === null) throw new Error('useDraftBox outside of DraftBoxContext')
  return box
}
