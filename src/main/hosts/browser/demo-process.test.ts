import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDemoProcess, demoArguments } from './demo-process.ts'

let folder: string
const complaints: string[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kurs-demo-'))
  complaints.length = 0
})

afterEach(() => rmSync(folder, { recursive: true }))

/** A stand-in for the entry of the browser host. */
function entry(code: string): string {
  const path = join(folder, 'entry.mjs')
  writeFileSync(path, code)
  return path
}

const create = (code: string) =>
  createDemoProcess({ entry: entry(code), dir: '/data/kurs', complain: (line) => complaints.push(line) })

describe('the demo of the browser host', () => {
  it('is started beside the workspace, in the language of the page, with no browser and no wish of its opener', () => {
    expect(demoArguments('/data/kurs', 'ru')).toEqual(['--data-dir=/data/kurs', '--demo', '--lang=ru', '--no-open'])
  })

  it('answers the address that stands alone on its line, and ends when it is let go', async () => {
    const demo = create(`
      process.once('disconnect', () => process.exit(0))
      console.log('Kurs is running: http://127.0.0.1:1/\\n' + 'http://127.0.0.1:4000/#' + process.pid)
    `)
    const answer = await demo.open('en')
    if (answer.kind !== 'address') throw new Error(answer.kind)
    const pid = Number(new URL(answer.address).hash.slice(1))
    expect(process.kill(pid, 0)).toBe(true)
    await demo.close()
    expect(() => process.kill(pid, 0)).toThrow()
  })

  it('takes no other address, and tells what it complained about', async () => {
    const demo = create(
      `console.log('http://evil.example/\\nhttp://127.0.0.1:1@evil.example/'); console.error('No room'); process.exitCode = 1`,
    )
    await expect(demo.open('en')).rejects.toMatchObject({ data: { reason: 'demo-unavailable', detail: 'No room' } })
    expect(complaints).toEqual(['No room'])
    await demo.close()
  })
})
