import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave, type SaveState } from './autosave.ts'

let states: SaveState[]
let saves: { value: string; answer: () => void; refuse: (error: Error) => void }[]

beforeEach(() => {
  vi.useFakeTimers()
  states = []
  saves = []
})
afterEach(() => vi.useRealTimers())

const start = (saved = '') =>
  createAutosave<string>({
    saved,
    save: (value) => new Promise((answer, refuse) => saves.push({ value, answer: () => answer(), refuse })),
    isEqual: (a, b) => a === b,
    delay: 800,
    now: () => 7,
    onState: (state) => states.push(state),
  })

const sent = () => saves.map(({ value }) => value)

describe('createAutosave', () => {
  it('waits until the typing pauses, and is saved only when the store has answered', async () => {
    const autosave = start()
    autosave.change('a')
    await vi.advanceTimersByTimeAsync(700)
    autosave.change('ab')
    await vi.advanceTimersByTimeAsync(799)
    expect(sent()).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent()).toEqual(['ab'])
    expect(states.at(-1)).toEqual({ kind: 'saving' })
    expect(autosave.isSaved()).toBe(false)
    saves[0]?.answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(states.at(-1)).toEqual({ kind: 'saved', at: 7 })
    expect(autosave.isSaved()).toBe(true)
  })

  it('saves one after another, with the newest value last', async () => {
    const autosave = start()
    autosave.change('a')
    const done = autosave.flush()
    autosave.change('ab')
    autosave.change('abc')
    await vi.advanceTimersByTimeAsync(5000)
    expect(sent()).toEqual(['a'])
    saves[0]?.answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent()).toEqual(['a', 'abc'])
    saves[1]?.answer()
    expect(await done).toBe(true)
    await vi.advanceTimersByTimeAsync(5000)
    expect(sent()).toEqual(['a', 'abc'])
  })

  it('keeps a refused value, says so, and tries again by itself', async () => {
    const autosave = start()
    autosave.change('a')
    const first = autosave.flush()
    const error = new Error('full')
    saves[0]?.refuse(error)
    expect(await first).toBe(false)
    expect(states.at(-1)).toEqual({ kind: 'failed', error })
    expect(autosave.isSaved()).toBe(false)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent()).toEqual(['a', 'a'])
    saves[1]?.answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(autosave.isSaved()).toBe(true)
  })

  it('asks nothing of the store when the text is what it was', async () => {
    const autosave = start('a')
    autosave.change('ab')
    autosave.change('a')
    await vi.advanceTimersByTimeAsync(5000)
    expect(await autosave.flush()).toBe(true)
    expect(sent()).toEqual([])
    expect(states.at(-1)).toEqual({ kind: 'saved', at: null })
  })

  it('takes over what was saved elsewhere and saves what was made of it, but not while it saves', async () => {
    const autosave = start('a')
    expect(autosave.adopt('b', 'b')).toBe(true)
    expect(autosave.isSaved()).toBe(true)
    autosave.change('c')
    expect(autosave.adopt('d', 'c and d')).toBe(true)
    expect(autosave.isSaved()).toBe(false)
    void autosave.flush()
    expect(autosave.adopt('e', 'e')).toBe(false)
    expect(sent()).toEqual(['c and d'])
  })

  it('has nothing left to save when the same was saved elsewhere', async () => {
    const autosave = start('a')
    autosave.change('b')
    expect(autosave.adopt('b', 'b')).toBe(true)
    expect(states.at(-1)).toEqual({ kind: 'saved', at: null })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent()).toEqual([])
  })

  it('does nothing more once it is stopped', async () => {
    const autosave = start()
    autosave.change('a')
    autosave.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent()).toEqual([])
  })
})
