import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const state = vi.hoisted(() => ({ exits: [] as number[], app: null as EventEmitter | null }))

vi.mock('electron', () => ({
  app: {
    on: (...args: [string, () => void]) => state.app?.on(...args),
    exit: (code: number) => state.exits.push(code),
  },
}))

const { createEnd, endWithElectron } = await import('./end.ts')

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(state, { exits: [], app: new EventEmitter() })
})

afterEach(() => vi.useRealTimers())

/** Makes the end of a host that closes by `close`, and records what it reports and does. */
function makeEnd(close: () => Promise<void>) {
  const said: string[] = []
  const end = createEnd({ close, onError: (error) => said.push(String(error)), onLate: () => said.push('late') })
  return { end, said }
}

it('waits for work under way, ten seconds at most, and ends honestly', async () => {
  const { end, said } = makeEnd(() => new Promise((done) => setTimeout(done, 9_000)))
  end()
  await vi.advanceTimersByTimeAsync(8_000)
  expect(state.exits).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect([state.exits, said]).toEqual([[0], []])

  const stuck = makeEnd(() => new Promise(() => {}))
  stuck.end()
  await vi.advanceTimersByTimeAsync(10_000)
  expect([state.exits, stuck.said]).toEqual([[0, 1], ['late']])

  const broken = makeEnd(() => Promise.reject(new Error('no disk')))
  broken.end()
  await vi.advanceTimersByTimeAsync(0)
  expect([state.exits, broken.said]).toEqual([[0, 1, 1], ['Error: no disk']])
})

it('ends once, whoever asks and however often, and holds Electron until then', async () => {
  let closed = 0
  const { end } = makeEnd(async () => void closed++)
  endWithElectron(end)
  const event = { preventDefault: vi.fn() }
  for (let times = 0; times < 3; times++) state.app?.emit('will-quit', event)
  end()
  await vi.advanceTimersByTimeAsync(0)
  expect(event.preventDefault).toHaveBeenCalledTimes(3)
  expect([closed, state.exits]).toEqual([1, [0]])
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal)
})
