import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import type { Incoming, MenuEntry, QuestionName, Questions, Report } from './messages.ts'
import { sendToTest as send } from './notify.ts'
import { strict } from './strict.ts'
import { type FakeWindow, windows } from './window.ts'
import { world } from './world.ts'

type Answers = {
  [Name in QuestionName]: (
    ask: Questions[Name]['ask'],
  ) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>
}

/** Plays Chromium, the system and the user for the host: answers the questions of the test. */
export function answerQuestions(): void {
  process.on('message', async ({ id, name, ask }: Incoming) => {
    try {
      const answer = await (ANSWERS[name] as (ask: unknown) => unknown)(ask)
      send({ kind: 'answer', id, answer })
    } catch (error) {
      send({ kind: 'failure', id, error: String(error) })
    }
  })
}

function mainWindow(): FakeWindow {
  const [window] = windows
  if (!window) throw new Error('There is no window')
  return window
}

/** An event as Electron gives it, which remembers whether it was prevented. */
function preventable<T extends object>(more: T) {
  const event = { ...more, prevented: false, preventDefault: () => {} }
  event.preventDefault = () => {
    event.prevented = true
  }
  return event
}

const ANSWERS: Answers = {
  report: () => makeReport(),
  navigate: ({ event: name, url, isMainFrame }) => {
    const event = preventable({ url, isMainFrame })
    mainWindow().contents.emit(name, event)
    return { prevented: event.prevented }
  },
  openWindow: ({ url }) => {
    const details = { url } as Electron.HandlerDetails
    return { action: mainWindow().contents.openHandler?.(details).action ?? 'allow' }
  },
  attachWebview: () => {
    const event = preventable({})
    mainWindow().contents.emit('will-attach-webview', event, {}, {})
    return { prevented: event.prevented }
  },
  permission: ({ permission, url }) => askPermission(permission, url),
  device: () => ({ granted: world.devicePermission?.({} as Electron.DevicePermissionHandlerHandlerDetails) ?? true }),
  load: ({ url }) => {
    let cancelled = false
    world.beforeRequest?.({ url }, (response) => {
      cancelled = response.cancel === true
    })
    return { cancelled }
  },
  invoke: async ({ channel, args, url, frame }) => {
    const { contents } = mainWindow()
    if (frame === 'main') contents.mainFrame.url = url
    const senderFrame = frame === 'main' ? contents.mainFrame : frame === 'child' ? { url } : null
    try {
      const listener = world.channels.get(channel)
      if (!listener) throw new Error(`No handler registered for '${channel}'`)
      const event = { sender: contents, senderFrame } as unknown as Electron.IpcMainInvokeEvent
      return { result: await listener(event, ...args) }
    } catch (error) {
      return { error: String(error) }
    }
  },
  clickMenu: ({ label }) => {
    const item = requireItem(world.menu, (known) => known.label === label)
    return { clicked: runItem(item) }
  },
  pressKeys: ({ keys }) => {
    const item = requireItem(world.menu, (known) => known.accelerator === keys && known.registerAccelerator !== false)
    if (item === undefined) return null
    runItem(item)
    return { role: item.role ?? null }
  },
  rightClick: ({ params }) => {
    const nothing = {
      canUndo: false,
      canRedo: false,
      canCut: false,
      canCopy: false,
      canPaste: false,
      canSelectAll: false,
    }
    const blank = { x: 1, y: 2, frame: null, linkURL: '', selectionText: '', misspelledWord: '', isEditable: false }
    const more = { dictionarySuggestions: [], menuSourceType: 'mouse', editFlags: nothing }
    mainWindow().contents.emit('context-menu', {}, { ...blank, ...more, ...params })
    return {}
  },
  clickPopup: ({ label }) => ({
    clicked: runItem(requireItem(world.popups.at(-1)?.items ?? [], (known) => known.label === label)),
  }),
  download: ({ name, url, state, savedAs }) => {
    let options: Electron.SaveDialogOptions = {}
    const item = Object.assign(new EventEmitter(), {
      getFilename: () => name,
      getURL: () => url,
      getSavePath: () => savedAs,
      setSaveDialogOptions: (given: Electron.SaveDialogOptions) => {
        options = given
      },
    })
    world.session.emit('will-download', {}, strict('downloadItem', item), mainWindow().webContents, null)
    item.emit('done', {}, state)
    return options
  },
  answerDialogs: ({ responses }) => {
    world.responses.push(...responses)
    world.onAnswer()
    return {}
  },
  chooseSavePaths: ({ paths }) => {
    world.savePaths.push(...paths)
    return {}
  },
  chatter: () => {
    process.stdout.write('chatter\n')
    process.stderr.write('chatter\n')
    return {}
  },
  emit: ({ event }) => {
    world.app?.emit(event, {})
    return {}
  },
  crashPage: ({ reason }) => {
    mainWindow().contents.emit('render-process-gone', {}, { reason, exitCode: 1 })
    return {}
  },
  moveWindow: ({ maximized, ...bounds }) => {
    const window = mainWindow()
    window.bounds = bounds
    window.isLarge = maximized
    return {}
  },
  endSession: ({ event }) => {
    // The answer goes out before the process may end.
    setImmediate(() => mainWindow().emit(event, { reasons: ['logoff'], preventDefault: () => {} }))
    return {}
  },
  memory: () => ({ peak: process.resourceUsage().maxRSS * 1024 }),
  closeWindow: () => {
    // The answer goes out before the process may end.
    setImmediate(() => mainWindow().close())
    return {}
  },
}

async function askPermission(permission: string, url: string): Promise<{ requested: boolean; checked: boolean }> {
  const { permissionRequest, permissionCheck } = world
  const contents = mainWindow().webContents as unknown as Electron.WebContents
  const requested = await new Promise<boolean>((resolve) => {
    if (!permissionRequest) return resolve(true)
    const details = { requestingUrl: url, isMainFrame: true }
    permissionRequest(contents, permission as 'unknown', resolve, details)
  })
  const details = { requestingUrl: url, isMainFrame: true } as Electron.PermissionCheckHandlerHandlerDetails
  const checked = permissionCheck?.(contents, permission as 'media', url, details) ?? true
  return { requested, checked }
}

type Item = Electron.MenuItemConstructorOptions

function requireItem(items: Item[], isWanted: (item: Item) => boolean): Item | undefined {
  for (const item of items) {
    if (isWanted(item)) return item
    const found = Array.isArray(item.submenu) ? requireItem(item.submenu, isWanted) : undefined
    if (found) return found
  }
  return undefined
}

/** What Electron does for the roles that need no system; all other roles are the system's own. */
const ROLES: Partial<Record<NonNullable<Item['role']>, (window: FakeWindow) => void>> = {
  zoomIn: ({ contents }) => {
    contents.zoomLevel += 0.5
  },
  zoomOut: ({ contents }) => {
    contents.zoomLevel -= 0.5
  },
  resetZoom: ({ contents }) => {
    contents.zoomLevel = 0
  },
}

/** A role goes before a click, as in Electron. */
function runItem(item: Item | undefined): boolean {
  const run = item?.role === undefined ? undefined : ROLES[item.role]
  if (run) run(mainWindow())
  else item?.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent)
  return run !== undefined || item?.click !== undefined
}

function toEntries(items: Item[]): MenuEntry[] {
  return items
    .filter((item) => item.type !== 'separator' && item.visible !== false)
    .map(({ label, role, accelerator, enabled = true, submenu }) => ({
      label,
      role,
      accelerator: accelerator ?? undefined,
      isEnabled: enabled,
      submenu: Array.isArray(submenu) ? toEntries(submenu) : [],
    }))
}

function makeReport(): Report {
  const { name, about, isSandboxEnabled, userData, switches, schemes, handlers, channels, theme, popups } = world
  return {
    name,
    about,
    isSandboxEnabled,
    userData,
    switches,
    schemes: schemes.map(({ scheme, privileges = {} }) => ({ scheme, privileges: { ...privileges } })),
    handledSchemes: [...handlers.keys()],
    channels: [...channels.keys()],
    windows: windows.map(({ options, address, isVisible, calls, contents }) => ({
      options: JSON.parse(JSON.stringify(options)),
      address,
      isVisible,
      calls,
      zoomLevel: contents.zoomLevel,
      replaced: contents.replaced,
    })),
    menu: toEntries(world.menu),
    menus: world.menus,
    popups: popups.map(({ items, at }) => ({ items: toEntries(items), at })),
    copied: world.copied,
    themeSource: theme.themeSource,
    dialogs: world.dialogs,
    errorBoxes: world.errorBoxes,
    flushes: world.flushes,
    saveDialogs: world.saveDialogs,
    pdfs: world.pdfs,
    openedExternally: world.openedExternally,
  }
}
