import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWindowState, writeWindowState } from './window-state.ts'

let dir: string
let file: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-window-'))
  file = join(dir, 'window-state.json')
})

afterEach(() => rmSync(dir, { recursive: true }))

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 }
const STATE = { x: 10, y: 20, width: 1000, height: 700, maximized: false }

describe('the state of the window', () => {
  it('comes back as it was', () => {
    writeWindowState(file, STATE)
    expect(readWindowState(file, [SCREEN])).toEqual(STATE)
  })

  it('is the usual one where nothing sensible is remembered', () => {
    const usual = readWindowState(file, [SCREEN])
    expect(usual).toEqual({ width: 1280, height: 860, maximized: false })
    const wrong = ['', '[]', 'null', '{"width":1000}', JSON.stringify({ ...STATE, width: 3 })]
    for (const text of [...wrong, JSON.stringify({ ...STATE, more: 1 }), JSON.stringify({ ...STATE, x: 1.5 })]) {
      writeFileSync(file, text)
      expect(readWindowState(file, [SCREEN]), text).toEqual(usual)
    }
  })

  it.each([
    ['right of the only screen', { x: 1900, y: 20 }],
    ['above it', { x: 10, y: -690 }],
    ['on a screen that is gone', { x: -3000, y: 20 }],
  ])('leaves the place to the system when it was %s', (_case, place) => {
    writeWindowState(file, { ...STATE, ...place })
    expect(readWindowState(file, [SCREEN])).toEqual({ width: 1000, height: 700, maximized: false })
  })

  it('stays on a second screen', () => {
    const state = { ...STATE, x: 2000 }
    writeWindowState(file, state)
    expect(readWindowState(file, [SCREEN, { ...SCREEN, x: 1920 }])).toEqual(state)
  })

  it('does not mind a folder that cannot be written', () => {
    expect(() => writeWindowState(join(dir, 'none', 'state.json'), STATE)).not.toThrow()
  })
})
