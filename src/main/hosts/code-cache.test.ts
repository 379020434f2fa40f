import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kurs-code-cache-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** Runs in a separate process, because a cache is enabled once for everything that a process imports. */
function enable(dir: string): boolean {
  const script = `
    const { enableCodeCache } = await import(${JSON.stringify(join(import.meta.dirname, 'code-cache.ts'))})
    console.log(enableCodeCache(${JSON.stringify(dir)}))
    await import(${JSON.stringify(join(import.meta.dirname, 'node-version.ts'))})`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout.trim() === 'true'
}

it('keeps compiled code in a folder that is the user’s alone', () => {
  const dir = join(root, 'cache', 'code')
  expect(enable(dir)).toBe(true)
  expect(statSync(dir).mode & 0o777).toBe(0o700)
  expect(readdirSync(dir)).toHaveLength(1)
})

it.runIf(process.platform !== 'win32')('uses no folder that others could write to', () => {
  const dir = join(root, 'open')
  mkdirSync(dir)
  chmodSync(dir, 0o777)
  expect(enable(dir)).toBe(false)
  expect(readdirSync(dir)).toEqual([])
  symlinkSync(root, join(root, 'link'))
  expect(enable(join(root, 'link'))).toBe(false)
})

it('starts all the same where there can be no folder', () => {
  writeFileSync(join(root, 'file'), '')
  expect(enable(join(root, 'file'))).toBe(false)
  expect(enable(join(root, 'file', 'code'))).toBe(false)
  expect(existsSync(join(root, 'file', 'code'))).toBe(false)
})
