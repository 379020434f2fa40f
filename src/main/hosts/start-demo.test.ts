import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { ShowAnswer } from '#shared/model/owner.ts'
import { waitForDemo } from './start-demo.ts'

const THERE: ShowAnswer = { kind: 'address', address: 'http://127.0.0.1:4000/#sign-in=x' }

/** Waits for a process that runs this code in the place of Kurs. */
function wait(code: string, patience = 30_000) {
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'ignore'] })
  const read = (line: string) => (line === 'there' ? THERE : null)
  const answer = waitForDemo({ child, read, complaint: () => 'The disk is full\n    at x', patience })
  return { child, answer }
}

describe('waitForDemo', () => {
  it('answers with the line it waits for, whatever comes before', async () => {
    expect(await wait('console.log("Kurs is running:\\nthere")').answer).toEqual(THERE)
  })

  it('knows that another one has come to the front by an end without a word', async () => {
    expect(await wait('console.log("already open")').answer).toEqual({ kind: 'shown' })
  })

  it('is refused with the first line of the complaint', async () => {
    const refused = { code: 'REFUSED', data: { reason: 'demo-unavailable', detail: 'The disk is full' } }
    await expect(wait('process.exit(1)').answer).rejects.toMatchObject(refused)
  })

  it('ends what says nothing for too long', async () => {
    const { child, answer } = wait('setInterval(() => {}, 1000)', 300)
    const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
    await expect(answer).rejects.toMatchObject({ code: 'REFUSED' })
    expect(await ended).toBe('SIGKILL')
  })

  it('is refused where there is no such program', async () => {
    const child = spawn('/no/such/program', [], { stdio: ['ignore', 'pipe', 'ignore'] })
    const answer = waitForDemo({ child, read: () => null, complaint: () => '' })
    await expect(answer).rejects.toMatchObject({ code: 'REFUSED', data: { reason: 'demo-unavailable' } })
  })
})
