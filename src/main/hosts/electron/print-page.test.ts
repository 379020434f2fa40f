import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** What the fake window was asked, and how often its page still says "not yet". */
const state = vi.hoisted(() => ({ calls: [] as string[], notYet: 0, options: {} as Record<string, unknown> }))

vi.mock('electron', () => ({
  protocol: {},
  nativeTheme: {},
  screen: {},
  dialog: {},
  BrowserWindow: class {
    constructor(options: Record<string, unknown>) {
      state.options = options
    }
    async loadURL(address: string) {
      state.calls.push(address)
    }
    destroy() {
      state.calls.push('destroy')
    }
    webContents = {
      executeJavaScript: async () => state.notYet-- <= 0,
      printToPDF: async (options: object) => {
        state.calls.push(`print ${JSON.stringify(options)}`)
        return new TextEncoder().encode('%PDF')
      },
    }
  },
}))

const { printPage } = await import('./print-page.ts')

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(state, { calls: [], notYet: 0 })
})

afterEach(() => vi.useRealTimers())

describe('printPage', () => {
  it('prints when the page says that it is complete, in a hidden window as closed as the visible one', async () => {
    state.notYet = 3
    const printed = printPage('/reviews/1/print?lang=ru', '/preload.cjs')
    await vi.advanceTimersByTimeAsync(250)
    expect(state.calls).toEqual(['app://kurs/reviews/1/print?lang=ru'])
    await vi.advanceTimersByTimeAsync(200)
    expect(new TextDecoder().decode(await printed)).toBe('%PDF')
    expect(state.calls.at(1)).toContain('"preferCSSPageSize":true')
    expect(state.calls.at(-1)).toBe('destroy')
    expect(state.options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
    })
  })

  it('gives up on a page that never gets ready, and leaves no window behind', async () => {
    state.notYet = Number.POSITIVE_INFINITY
    const printed = printPage('/reviews/1', '/preload.cjs').catch(String)
    await vi.advanceTimersByTimeAsync(40_000)
    expect(await printed).toContain('did not become ready')
    expect(state.calls).toEqual(['app://kurs/reviews/1', 'destroy'])
  })

  it.each(['https://example.org/', '//example.org/', '@example.org/', '.example.org/', '/../x', ''])(
    'refuses %j',
    async (path) => {
      await expect(printPage(path, '/preload.cjs')).rejects.toThrow('Not a page')
      expect(state.calls).toEqual([])
    },
  )
})
