import type * as Electron from 'electron'
import type { Incoming, MenuEntry, QuestionName, Questions, Report } from './messages.ts'
import { sendToTest as send } from './notify.ts'
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
    const item = findItem(world.menu, label)
    item?.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent)
    return { clicked: item?.click !== undefined }
  },
  answerDialogs: ({ responses }) => {
    world.responses.push(...responses)
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

function findItem(
  items: Electron.MenuItemConstructorOptions[],
  label: string,
): Electron.MenuItemConstructorOptions | undefined {
  for (const item of items) {
    if (item.label === label) return item
    const found = Array.isArray(item.submenu) ? findItem(item.submenu, label) : undefined
    if (found) return found
  }
  return undefined
}

function toEntries(items: Electron.MenuItemConstructorOptions[]): MenuEntry[] {
  return items
    .filter((item) => item.type !== 'separator')
    .map(({ label, role, accelerator, submenu }) => ({
      label,
      role,
      accelerator: accelerator ?? undefined,
      submenu: Array.isArray(submenu) ? toEntries(submenu) : [],
    }))
}

function makeReport(): Report {
  const { isSandboxEnabled, userData, switches, schemes, handlers, channels, theme } = world
  return {
    isSandboxEnabled,
    userData,
    switches,
    schemes: schemes.map(({ scheme, privileges = {} }) => ({ scheme, privileges: { ...privileges } })),
    handledSchemes: [...handlers.keys()],
    channels: [...channels.keys()],
    windows: windows.map(({ options, address, isVisible, calls }) => ({
      options: JSON.parse(JSON.stringify(options)),
      address,
      isVisible,
      calls,
    })),
    menu: toEntries(world.menu),
    themeSource: theme.themeSource,
    dialogs: world.dialogs,
    errorBoxes: world.errorBoxes,
    openedExternally: world.openedExternally,
  }
}
