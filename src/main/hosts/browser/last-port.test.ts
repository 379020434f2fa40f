import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readLastPort, rememberPort } from './last-port.ts'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-port-'))
})

afterEach(() => rmSync(dir, { recursive: true }))

it('remembers the port of a workspace', () => {
  expect(readLastPort(dir)).toBeNull()
  rememberPort(dir, 43_210)
  expect(readLastPort(dir)).toBe(43_210)
})

it.each(['', 'x', '0', '-1', '65536', '80.5'])('takes %j for no port', (text) => {
  writeFileSync(join(dir, 'browser-port'), text)
  expect(readLastPort(dir)).toBeNull()
})

it('does not mind a folder that is gone', () => {
  expect(() => rememberPort(join(dir, 'gone'), 1)).not.toThrow()
})

it('waits for nobody when a pipe has its name, and takes its place', () => {
  execFileSync('mkfifo', [join(dir, 'browser-port')])
  expect(readLastPort(dir)).toBeNull()
  rememberPort(dir, 80)
  expect(readLastPort(dir)).toBe(80)
})
