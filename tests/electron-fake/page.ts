import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { FakeDesktop } from './boot.ts'
import { BLOB_HEADER } from './serve-scheme.ts'

/**
 * Opens the desktop window's page in a real browser: the built preload runs before it as Electron would run it, and its
 * two bridges lead to the process with the fake Electron.
 */
export async function openDesktopPage(page: Page, desktop: FakeDesktop, preload: string): Promise<void> {
  await page.exposeFunction('fakeInvoke', async (channel: string, args: unknown[]) => {
    const url = page.url().replace(desktop.origin, 'app://kurs')
    const answer = await desktop.ask('invoke', { channel, args, url, frame: 'main' })
    if ('error' in answer) throw new Error(answer.error)
    return answer.result
  })
  await page.addInitScript(`(() => {
    const listeners = new Set()
    const ipcRenderer = {
      invoke: (channel, ...args) => fakeInvoke(channel, args),
      on: (channel, listener) => { listeners.add({ channel, listener }) },
      off: (channel, listener) => {
        for (const entry of listeners) if (entry.channel === channel && entry.listener === listener) listeners.delete(entry)
      },
    }
    const contextBridge = { exposeInMainWorld: (name, api) => { window[name] = Object.freeze(api) } }
    // Over the wire a Blob looks like any other body; Electron treats it differently.
    const send = window.fetch
    window.fetch = (input, init) => {
      const headers = init?.body instanceof Blob ? { ...init.headers, '${BLOB_HEADER}': '1' } : init?.headers
      return send(input, headers === undefined ? init : { ...init, headers })
    }
    window.fakeSend = (channel, args) => {
      for (const entry of [...listeners]) if (entry.channel === channel) entry.listener({}, ...args)
    }
    const require = (name) => {
      if (name !== 'electron') throw new Error('A sandboxed preload cannot require ' + name)
      return { contextBridge, ipcRenderer }
    }
    ${readFileSync(preload, 'utf8')}
  })()`)
  desktop.onSend = (channel, args) => {
    void page.evaluate(`fakeSend(${JSON.stringify(channel)}, ${JSON.stringify(args)})`)
  }
  await page.goto(desktop.origin)
}
