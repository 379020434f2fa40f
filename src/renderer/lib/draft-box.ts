import { createContext, useContext } from 'react'
import type { KeptDraft } from '#shared/contract/drafts.ts'

/**
 * Texts that are not saved yet, each under the key of its form: kept by the browser at once and by the workspace moments
 * later, so that they survive the end of the window, of the browser and of Kurs. Every window has its own: what is typed in
 * one never appears in another while that one lives.
 */
export interface DraftBox {
  read(key: string): string | null
  /** null = saved or given up. */
  keep(key: string, text: string | null): void
}

interface DraftBoxOptions {
  storage: Storage
  /** Which workspace: one browser may have several at the same address. */
  scope: string
  /** Which window. */
  window: string
  now(): number
  /** Hands a draft to the workspace. */
  send(draft: KeptDraft): Promise<unknown>
}

type Entry = Pick<KeptDraft, 'at' | 'text'>

const PREFIX = 'kurs.draft'

/** The key of a form and the window it stood in. */
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

/** The drafts of one window; see `DraftBox`. Whatever fails here, typing goes on. */
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

  /** Takes over what the workspace has kept, of each draft what was typed last; what only the browser has is handed over. */
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

  /** Makes what was left in windows that are gone this window's own, unless it has something of the same form itself. */
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
      // The browser keeps no more: the workspace does.
    }
  }

  #write(name: string, text: string | null): void {
    // A clock that was set back must not make what is typed now the older one.
    const at = Math.max(this.#options.now(), (this.#entry(name)?.at ?? 0) + 1)
    this.#store(name, { at, text })
    this.#hand({ name, at, text })
  }

  #hand(draft: KeptDraft): void {
    // Kurs may be gone for the moment: the browser still has it, and hands it over at the next start.
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
