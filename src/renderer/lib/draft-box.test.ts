import { beforeEach, describe, expect, it } from 'vitest'
import type { KeptDraft } from '#shared/contract/drafts.ts'
import { WindowDrafts } from './draft-box.ts'

let now = 1000
let sent: KeptDraft[]

beforeEach(() => {
  now = 1000
  sent = []
})

function memoryStorage(limit = Number.POSITIVE_INFINITY): Storage {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    clear: () => entries.clear(),
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError')
      entries.set(name, value)
    },
    removeItem: (name) => void entries.delete(name),
  }
}

const open = (
  storage: Storage,
  window: string,
  scope = '/work',
  send = async (draft: KeptDraft) => void sent.push(draft),
) => new WindowDrafts({ storage, scope, window, now: () => now, send })

describe('drafts of a window', () => {
  it('are its own, of its workspace, and handed over', () => {
    const storage = memoryStorage()
    const drafts = open(storage, 'a')
    drafts.keep('new-activity', 'typed')
    expect(drafts.read('new-activity')).toBe('typed')
    expect(open(storage, 'b').read('new-activity')).toBeNull()
    expect(open(storage, 'a', '/other').read('new-activity')).toBeNull()
    drafts.keep('new-activity', 'typed')
    expect(sent).toEqual([{ name: 'new-activity@a', at: 1000, text: 'typed' }])
    drafts.keep('new-activity', null)
    drafts.keep('never-there', null)
    expect(drafts.read('new-activity')).toBeNull()
    // Even if the clock stands still or is set back, a later draft counts as newer.
    expect(sent[1]).toEqual({ name: 'new-activity@a', at: 1001, text: null })
    expect(sent).toHaveLength(2)
  })

  it('are those of the workspace where these are newer, and the other way round', () => {
    const storage = memoryStorage()
    const drafts = open(storage, 'a')
    drafts.keep('both', 'old')
    drafts.keep('here', 'only here')
    drafts.keep('done', 'saved long ago')
    sent = []
    // Chromium was killed before it wrote the last typed text; another window has saved one of the drafts.
    drafts.merge([
      { name: 'both@a', at: 2000, text: 'new' },
      { name: 'done@a', at: 2000, text: null },
      { name: 'there@a', at: 500, text: 'only there' },
    ])
    expect(['both', 'here', 'done', 'there'].map((key) => drafts.read(key))).toEqual([
      'new',
      'only here',
      null,
      'only there',
    ])
    expect(sent).toEqual([{ name: 'here@a', at: 1000, text: 'only here' }])
    drafts.keep('both', 'typed on')
    expect(sent.at(-1)).toEqual({ name: 'both@a', at: 2001, text: 'typed on' })
  })

  it('left in windows that are gone become its own, the newest of each form first; those of living ones never do', () => {
    const storage = memoryStorage()
    for (const [window, at] of [
      ['dead', 1],
      ['dead-too', 2],
      ['alive', 3],
    ] as const) {
      now = at
      open(storage, window).keep('new-activity', `typed in ${window}`)
    }
    open(storage, 'dead').keep('quick-add', 'line')
    const drafts = open(storage, 'me')
    drafts.adopt((window) => window === 'alive' || window === 'me')
    expect([drafts.read('new-activity'), drafts.read('quick-add')]).toEqual(['typed in dead-too', 'line'])
    expect(open(storage, 'alive').read('new-activity')).toBe('typed in alive')
    // The other draft waits for its turn.
    drafts.keep('new-activity', null)
    drafts.adopt((window) => window === 'alive' || window === 'me')
    expect(drafts.read('new-activity')).toBe('typed in dead')
  })

  it('go on where the browser keeps nothing more, or Kurs does not answer', async () => {
    const full = open(memoryStorage(10), 'a')
    full.keep('k', 'a text that is too long')
    expect(sent).toEqual([{ name: 'k@a', at: 1000, text: 'a text that is too long' }])
    const alone = open(memoryStorage(), 'a', '/work', () => Promise.reject(new TypeError('Failed to fetch')))
    alone.keep('k', 'typed')
    await Promise.resolve()
    expect(alone.read('k')).toBe('typed')
  })

  it('that cannot be read are none', () => {
    const storage = memoryStorage()
    for (const text of ['{', 'null', '{"at":"x"}', '[]']) {
      storage.setItem('kurs.draft:/work:k@a', text)
      expect(open(storage, 'a').read('k')).toBeNull()
    }
  })
})
