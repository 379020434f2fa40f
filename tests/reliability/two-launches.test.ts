import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSample } from '../fixtures/sample-workspace.ts'
import { IS_FULL, TIMEOUT } from './lib/random.ts'
import { buildChild, startChild } from './lib/start-child.ts'

const COUNT = IS_FULL ? 100 : 10

let built: Awaited<ReturnType<typeof buildChild>>
const root = mkdtempSync(join(tmpdir(), 'kurs-launches-'))

beforeAll(async () => {
  built = await buildChild()
}, 60_000)

afterAll(() => {
  built.remove()
  rmSync(root, { recursive: true })
})

it('two launches at once make one owner, and the other opens nothing', { timeout: TIMEOUT }, async () => {
  for (let index = 0; index < COUNT; index++) {
    const dir = join(root, String(index))
    const children = [startChild(built.file, ['own', dir]), startChild(built.file, ['own', dir])]
    await Promise.all(children.map((child) => child.hears('opened')))
    expect(children.map((child) => child.said.get('opened')?.[0]).sort()).toEqual(['open', 'owned-by-other'])
    // Every other owner is killed: its lock must not outlive it.
    for (const child of children) {
      if (index % 2 === 0) child.process.kill('SIGKILL')
      else child.process.stdin?.end()
      await child.gone
      expect(child.errors()).toBe('')
    }
    expect(existsSync(join(dir, 'damaged'))).toBe(false)
    openSample(dir).close()
  }
})
