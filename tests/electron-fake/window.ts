import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { notify } from './notify.ts'
import { strict } from './strict.ts'
import { world } from './world.ts'

class FakeContents extends EventEmitter {
  readonly mainFrame = { url: '' }
  readonly session = strict('session', world.session)
  zoomLevel = 0
  readonly replaced: string[] = []
  openHandler: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | null = null

  setWindowOpenHandler(handler: NonNullable<FakeContents['openHandler']>): void {
    this.openHandler = handler
  }

  send(channel: string, ...args: unknown[]): void {
    notify({ kind: 'send', channel, args })
  }

  replaceMisspelling(word: string): void {
    this.replaced.push(word)
  }

  /** With FAKE_PDF=failing Chromium cannot make one. */
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Uint8Array> {
    world.pdfs.push(options)
    if (process.env.FAKE_PDF === 'failing') throw new Error('Failed to generate PDF')
    return new TextEncoder().encode('%PDF-1.7 fake')
  }
}

/** All windows that are open, the oldest first. */
export const windows: FakeWindow[] = []

/** Electron's window without a screen: its page is loaded by a real browser elsewhere. */
export class FakeWindow extends EventEmitter {
  readonly contents = new FakeContents()
  readonly webContents = strict('webContents', this.contents)
  readonly calls: string[] = []
  address: string | null = null
  isVisible: boolean
  bounds = { x: 0, y: 0, width: 0, height: 0 }
  isLarge = false
  private isGone = false

  readonly options: Electron.BrowserWindowConstructorOptions

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    if (!world.isReady) throw new Error('BrowserWindow before Electron is ready')
    this.options = options
    this.isVisible = options.show !== false
    const { x = 100, y = 100, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    windows.push(this)
    world.app?.emit('web-contents-created', {}, this.webContents)
  }

  /**
   * The end of the load and the first paint follow when the page itself could be loaded from the captured scheme. The
   * variable FAKE_LOAD tells otherwise: `unpainted` (a hidden window under Wayland), `stuck`, or `failing`.
   */
  async loadURL(address: string): Promise<void> {
    const { FAKE_LOAD } = process.env
    this.address = address
    this.contents.mainFrame.url = address
    if (FAKE_LOAD === 'stuck') return new Promise(() => {})
    const response = await world.handlers.get(new URL(address).protocol.slice(0, -1))?.(new Request(address))
    if (FAKE_LOAD === 'failing' || response?.status !== 200) {
      this.contents.emit('did-fail-load', {}, -2, 'ERR_FAILED', address, true)
      throw new Error(`ERR_FAILED (-2) loading '${address}'`)
    }
    await response.body?.cancel()
    this.contents.emit('did-finish-load', {})
    if (FAKE_LOAD !== 'unpainted') setImmediate(() => this.emit('ready-to-show'))
  }

  show(): void {
    this.isVisible = true
    this.calls.push('show')
  }

  focus(): void {
    this.calls.push('focus')
  }

  restore(): void {
    this.calls.push('restore')
  }

  reload(): void {
    this.calls.push('reload')
  }

  maximize(): void {
    this.isLarge = true
    this.calls.push('maximize')
  }

  isMinimized(): boolean {
    return false
  }

  isMaximized(): boolean {
    return this.isLarge
  }

  isDestroyed(): boolean {
    return this.isGone
  }

  getNormalBounds(): Electron.Rectangle {
    return { ...this.bounds }
  }

  close(): void {
    this.emit('close', {})
    this.destroy()
  }

  destroy(): void {
    if (this.isGone) return
    this.isGone = true
    windows.splice(windows.indexOf(this), 1)
    this.emit('closed')
    if (windows.length === 0) world.app?.emit('window-all-closed')
  }
}
