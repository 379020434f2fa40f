import { BrowserWindow, dialog, nativeTheme, screen, type WebPreferences } from 'electron'
import type { HostTexts } from '#main/hosts/host-texts.ts'
import { readWindowState, SMALLEST, writeWindowState } from './window-state.ts'

/** Of every page, also the hidden one that is printed. Stated in full, whatever Electron's defaults become. */
export function securePreferences(preload: string): WebPreferences {
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
    // Elsewhere the dictionaries would be downloaded.
    spellcheck: process.platform === 'darwin',
  }
}

export interface WindowOptions {
  address: string
  preload: string
  /** File that remembers size and place. */
  stateFile: string
  texts: () => HostTexts
  /** Called once, when the window has something to show. */
  onReady(): void
}

/** The one window of the app. */
export function openMainWindow(options: WindowOptions): BrowserWindow {
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
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: securePreferences(options.preload),
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
    options.onReady()
  })
  window.on('close', () => {
    writeWindowState(options.stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window, options.texts())
  })
  void window.loadURL(options.address)
  return window
}

async function offerReload(window: BrowserWindow, texts: HostTexts): Promise<void> {
  const answer = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Kurs',
    message: texts.crashedTitle,
    detail: texts.crashedText,
    buttons: [texts.crashedReload, texts.menuClose],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (window.isDestroyed()) return
  if (answer.response === 0) window.reload()
  else window.destroy()
}
