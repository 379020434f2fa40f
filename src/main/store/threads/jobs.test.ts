import { describe, expect, it } from 'vitest'
import { type Job, JobQueue } from './jobs.ts'

/** A job that ends when it is told to, or when it is cancelled. */
function pending() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const work = ({ signal, report }: Job) => {
    report(1, 2)
    return new Promise<string>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error))
      void ended.then(() => resolve('done'))
    })
  }
  return { work, end: () => end() }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('JobQueue', () => {
  it('runs one job after the other and says how far it is', async () => {
    const queue = new JobQueue()
    const first = pending()
    const running = queue.run('backup', first.work)
    let isSecondStarted = false
    const second = queue.run('check', async () => {
      isSecondStarted = true
    })
    await settled()
    expect(queue.current).toEqual({ kind: 'backup', done: 1, total: 2 })
    expect(isSecondStarted).toBe(false)
    first.end()
    expect(await running).toBe('done')
    await second
    expect(queue.current).toBeNull()
  })

  it('goes on after a job that failed', async () => {
    const queue = new JobQueue()
    await expect(queue.run('backup', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await queue.run('backup', async () => 1)).toBe(1)
  })

  it('cancels the present job of a kind, with a typed refusal', async () => {
    const queue = new JobQueue()
    const running = queue.run('import', pending().work)
    await settled()
    expect(queue.cancel('backup')).toBe(false)
    expect(queue.cancel('import')).toBe(true)
    await expect(running).rejects.toThrow(/REFUSED.*cancelled/)
    expect(queue.cancel('import')).toBe(false)
  })

  it('closes: the present job stops, those waiting never start', async () => {
    const queue = new JobQueue()
    const running = queue.run('import', pending().work)
    let isStarted = false
    const waiting = queue.run('backup', async () => {
      isStarted = true
    })
    await settled()
    const refused = [expect(running).rejects.toThrow(/cancelled/), expect(waiting).rejects.toThrow(/cancelled/)]
    await queue.close()
    await Promise.all(refused)
    await expect(queue.run('check', async () => 1)).rejects.toThrow(/cancelled/)
    expect(isStarted).toBe(false)
  })
})
