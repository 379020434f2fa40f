import { BrowserWindow, dialog, nativeTheme, screen, type WebPreferences } from 'electron'
import type { HostText } from '#main/hosts/host-texts.ts'
import { addContextMenu } from './context-menu.ts'
import { followLoading } from './show-window.ts'
import { readWindowState, SMALLEST, writeWindowState } from './window-state.ts'

/** All settings are stated, so that changed defaults of Electron do not matter. */
function securePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    // On other systems Electron would download the dictionaries.
    spellcheck: process.platform === 'darwin',
  }
}

export interface WindowOptions {
  /** Address of the first page; asked for each time a window is opened. */
  address(): string
  preload: string
  /** File of the icon in the task bar and in the title. */
  icon: string
  /** File that remembers size and place. */
  stateFile: string
  texts: () => HostText
  /** Called when a window has something to show. */
  onReady(): void
  /**
   * Called when Windows ends its session (log-off, shutdown): it soon ends this process too, without asking the app to
   * quit.
   */
  onSessionEnd(): void
}

export interface MainWindow {
  /** Null while no window is open: at the start, at the end, and on macOS in between. */
  current(): BrowserWindow | null
  /** Brings the window to the front, or opens it. */
  show(): void
}

/** The one window of the app. */
export function createMainWindow(options: WindowOptions): MainWindow {
  let current: BrowserWindow | null = null
  return {
    current: () => current,
    show: () => {
      if (current !== null) return bringToFront(current)
      const opened = openWindow(options)
      current = opened
      opened.on('closed', () => {
        current = null
      })
    },
  }
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function openWindow(options: WindowOptions): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const { maximized, x, y, width, height } = readWindowState(options.stateFile, screens)
  const window = new BrowserWindow({
    ...(x === undefined || y === undefined ? {} : { x, y }),
    width,
    height,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Kurs',
    icon: options.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: securePreferences(options.preload),
  })
  const { texts } = options
  const offer = (title: string, text: string) => void offerReload(window, title, text, texts())
  // Chromium writes the storage of a page when it likes, many seconds later.
  const flush = () => window.webContents.session.flushStorageData()
  const remember = () => {
    flush()
    writeWindowState(options.stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  followLoading(window, {
    show: () => {
      if (maximized) window.maximize()
      window.show()
      options.onReady()
    },
    failed: () => offer(texts()('failedTitle'), texts()('failedText')),
  })
  addContextMenu(window, texts)
  window.on('blur', flush)
  window.on('close', remember)
  // Windows does not close the windows of a session that ends: the app gets a query, then a notice, then the process is
  // gone.
  window.on('query-session-end', remember)
  window.on('session-end', options.onSessionEnd)
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') offer(texts()('crashedTitle'), texts()('crashedText'))
  })
  // A failed load is handled above, by an event of its own.
  window.loadURL(options.address()).catch(() => {})
  return window
}

async function offerReload(window: BrowserWindow, message: string, detail: string, t: HostText): Promise<void> {
  const answer = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Kurs',
    message,
    detail,
    buttons: [t('crashedReload'), t('menuClose')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (window.isDestroyed()) return
  if (answer.response === 0) window.reload()
  else window.destroy()
}
