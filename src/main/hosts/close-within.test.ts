import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeWithin } from './close-within.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('waits for work under way, ten seconds at most, and passes a failure on', async () => {
  const after = (milliseconds: number) => () => new Promise<void>((done) => void setTimeout(done, milliseconds))
  const soon = closeWithin(after(9_900))
  const late = closeWithin(after(10_100))
  const never = closeWithin(() => new Promise(() => {}))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await Promise.all([soon, late, never])).toEqual([true, false, false])
  await expect(closeWithin(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(vi.getTimerCount()).toBe(1)
})
