import { EventEmitter } from 'node:events'
import { statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type * as Electron from 'electron'
import { answerQuestions } from './control.ts'
import { notify } from './notify.ts'
import { serveScheme } from './serve-scheme.ts'
import { strict } from './strict.ts'
import { FakeWindow, windows } from './window.ts'
import { world } from './world.ts'

/*
 * The part of Electron's main-process interface that the desktop host uses, typed by Electron's own declarations. It
 * keeps Electron's order of things (what must happen before or after `ready`) and records what it was told.
 */

const mustBe = (isReady: boolean, what: string) => {
  if (world.isReady !== isReady) throw new Error(`${what} ${isReady ? 'before' : 'after'} Electron is ready`)
}

class FakeApp extends EventEmitter {
  readonly isPackaged = false
  readonly commandLine = {
    appendSwitch: (name: string) => void world.switches.push(name),
    hasSwitch: (name: string) => world.switches.includes(name) || process.argv.includes(`--${name}`),
  }
  private isQuitting = false

  setPath(name: string, path: string): void {
    mustBe(false, 'app.setPath')
    if (name !== 'userData' || !statSync(path).isDirectory()) throw new Error(`No folder for ${name}: ${path}`)
    world.userData = path
  }

  getPath(name: string): string {
    if (name === 'downloads') return join(homedir(), 'Downloads')
    if (name !== 'userData') throw new Error(`The fake Electron has no path ${name}`)
    return world.userData
  }

  setName(name: string): void {
    world.name = name
  }

  setAboutPanelOptions(options: Electron.AboutPanelOptionsOptions): void {
    world.about = options
  }

  getPreferredSystemLanguages(): string[] {
    return ['en-US']
  }

  requestSingleInstanceLock(): boolean {
    return process.env.FAKE_SECOND_INSTANCE !== '1'
  }

  /** Also takes `--no-sandbox` off the command line, as Electron does. */
  enableSandbox(): void {
    mustBe(false, 'app.enableSandbox')
    world.isSandboxEnabled = true
  }

  whenReady(): Promise<void> {
    return new Promise((resolve) => {
      setImmediate(() => {
        world.isReady = true
        resolve()
      })
    })
  }

  /** Closes all windows, asks `will-quit`, and ends unless that was prevented. */
  quit(): void {
    if (this.isQuitting) return
    this.isQuitting = true
    for (const window of [...windows]) window.close()
    const event = { defaultPrevented: false, preventDefault: () => {} }
    event.preventDefault = () => {
      event.defaultPrevented = true
    }
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit(0)
  }

  exit(code: number): void {
    process.exit(code)
  }
}

// Electron does not end on an error that nobody caught: it shows a box with the stack.
process.on('uncaughtException', (error) => void world.errorBoxes.push(String(error.stack)))

const fakeApp = new FakeApp()
world.app = fakeApp

const fakeProtocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
    mustBe(false, 'protocol.registerSchemesAsPrivileged')
    world.schemes.push(...schemes)
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    mustBe(true, 'protocol.handle')
    if (!world.schemes.some((known) => known.scheme === scheme)) throw new Error(`Unknown scheme ${scheme}`)
    world.handlers.set(scheme, handler)
    void serveScheme(scheme, handler).then((origin) => notify({ kind: 'serving', origin }))
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>

const fakeSession = {
  flushStorageData: () => {
    world.flushes++
  },
  setPermissionRequestHandler: (handler) => {
    world.permissionRequest = handler
  },
  setPermissionCheckHandler: (handler) => {
    world.permissionCheck = handler
  },
  setDevicePermissionHandler: (handler) => {
    world.devicePermission = handler
  },
} satisfies Pick<
  Electron.Session,
  'flushStorageData' | 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>

const fakeWebRequest = {
  onBeforeRequest: (listener: typeof world.beforeRequest) => {
    world.beforeRequest = listener
  },
}

/** With FAKE_DIALOGS=open a question stays open until the test has an answer; otherwise the user cancels it. */
async function showMessageBox(...args: [Electron.MessageBoxOptions] | [unknown, Electron.MessageBoxOptions]) {
  const options = args[args.length - 1] as Electron.MessageBoxOptions
  const { message, detail = '', buttons = [], defaultId = -1, cancelId = -1 } = options
  world.dialogs.push({ message, detail, buttons: [...buttons], defaultId, cancelId })
  if (process.env.FAKE_DIALOGS === 'open') {
    await new Promise<void>((answered) => {
      world.onAnswer = answered
    })
  }
  const response = world.responses.shift() ?? -1
  return { response: response === -1 ? cancelId : response, checkboxChecked: false }
}

async function showSaveDialog(...args: [Electron.SaveDialogOptions] | [unknown, Electron.SaveDialogOptions]) {
  world.saveDialogs.push(args[args.length - 1] as Electron.SaveDialogOptions)
  const filePath = world.savePaths.shift() ?? ''
  return { canceled: filePath === '', filePath }
}

export const app = strict('app', fakeApp)
export const protocol = strict('protocol', fakeProtocol)
Object.assign(world.session, fakeSession, { webRequest: strict('webRequest', fakeWebRequest) })
export const session = strict('session', { defaultSession: strict('session', world.session) })
export const dialog = strict('dialog', {
  showMessageBox,
  showErrorBox: (title: string, content: string) => void world.errorBoxes.push(`${title}: ${content}`),
  showSaveDialog,
} satisfies Partial<Record<keyof Electron.Dialog, unknown>>)
export const shell = strict('shell', {
  openExternal: async (url: string) => void world.openedExternally.push(url),
  openPath: async () => '',
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath'>)
export const nativeTheme = strict('nativeTheme', world.theme)
export const screen = strict('screen', {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
} satisfies Partial<Record<keyof Electron.Screen, unknown>>)
export const ipcMain = strict('ipcMain', {
  handle: (channel: string, listener: (event: Electron.IpcMainInvokeEvent, ...args: never[]) => unknown) => {
    world.channels.set(channel, listener as (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown)
  },
} satisfies Pick<Electron.IpcMain, 'handle'>)
export const clipboard = strict('clipboard', {
  writeText: async (text: string) => void world.copied.push(text),
})
export const Menu = strict('Menu', {
  buildFromTemplate: (items: Electron.MenuItemConstructorOptions[]) => ({
    items,
    popup: ({ x, y, sourceType }: Electron.PopupOptions) =>
      void world.popups.push({ items, at: { x, y, source: sourceType } }),
  }),
  setApplicationMenu: (menu: { items: Electron.MenuItemConstructorOptions[] }) => {
    world.menu = menu.items
    world.menus.push(menu.items[0]?.label)
  },
} satisfies Partial<Record<keyof typeof Electron.Menu, unknown>>)
export const BrowserWindow = FakeWindow

answerQuestions()
