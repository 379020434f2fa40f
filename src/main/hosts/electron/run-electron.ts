import { join } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, nativeTheme, protocol, session, shell } from 'electron'
import { claimWorkspace } from '#main/app/claim-workspace.ts'
import { createApp } from '#main/app/create-app.ts'
import type { HostPowers, Workspace } from '#main/app/kurs-app.ts'
import { hostTexts } from '#main/hosts/host-texts.ts'
import { describeError, explainClaim, type Launch } from '#main/hosts/launch.ts'
import { askOwnerToShow } from '#main/hosts/socket/owner-client.ts'
import { shareWorkspace } from '#main/hosts/socket/share-workspace.ts'
import { DESKTOP_CHANNELS, THEME_CHOICES, type ThemeChoice } from '#shared/contract/desktop.ts'
import { LANGUAGE_PARAMETER } from '#shared/contract/transport.ts'
import { APP_ORIGIN, serveApp } from './app-scheme.ts'
import { createLeave } from './external-links.ts'
import { assertTrustedSender, guardContents, guardSession } from './guards.ts'
import { openMainWindow } from './main-window.ts'
import { setMenu } from './menu.ts'
import { printPage } from './print-page.ts'

export interface DesktopLaunch extends Launch {
  /** The built preload script. */
  preload: string
}

/** Opens the workspace and its window, or brings the one who owns the workspace to the front. Electron must be ready. */
export async function runElectron(launch: DesktopLaunch): Promise<void> {
  const { dir, texts, terminal } = launch
  const { restore } = launch.options
  const claim = await claimWorkspace({ dir, host: 'electron', clock: Date.now, askOwner: askOwnerToShow, restore })
  switch (claim.kind) {
    case 'open':
      return mount(claim.workspace, launch)
    case 'shown':
      // The browser host owns it: its page is opened there, signed in.
      if (claim.answer.kind === 'address') await shell.openExternal(claim.answer.address)
      terminal.say(texts.alreadyOpen)
      return app.exit(0)
    default:
      terminal.complain(explainClaim(claim, { dir, texts }))
      dialog.showErrorBox('Kurs', explainClaim(claim, { dir, texts }))
      return app.exit(1)
  }
}

async function mount(workspace: Workspace, launch: DesktopLaunch): Promise<void> {
  const { options, terminal, version, rendererDir, preload } = launch
  const reportDefect = (error: unknown) => terminal.complain(describeError(error))
  let texts = launch.texts
  let window: BrowserWindow | null = null

  const showMenu = () =>
    setMenu({
      texts,
      isMac: process.platform === 'darwin',
      isDevelopment: !app.isPackaged,
      command: (command) => window?.webContents.send(DESKTOP_CHANNELS.command, command),
    })
  const powers = createPowers(preload, (language) => {
    texts = hostTexts(language)
    showMenu()
  })
  if (options.demo) await launch.prepareDemo?.(workspace, launch.language)
  const kurs = await createApp({
    workspace,
    rendererDir,
    clock: Date.now,
    version,
    powers,
    host: 'electron',
    reportDefect,
  })
  guardSession(session.defaultSession)
  const leave = createLeave(
    () => texts,
    () => window,
  )
  app.on('web-contents-created', (_event, contents) => guardContents(contents, leave))
  serveApp(protocol, kurs, reportDefect)
  handleMessages()
  showMenu()

  const openWindow = () => {
    window = openMainWindow({
      address: `${APP_ORIGIN}/${options.language ? `?${LANGUAGE_PARAMETER}=${options.language}` : ''}`,
      preload,
      stateFile: join(app.getPath('userData'), 'window-state.json'),
      texts: () => texts,
      // `npm start` waits for this line.
      onReady: () => terminal.say('kurs-ready'),
    })
    window.on('closed', () => {
      window = null
    })
  }
  const show = () => (window ? bringToFront(window) : openWindow())
  const socket = await shareWorkspace({
    workspace,
    app: kurs,
    show: async () => {
      show()
      return { kind: 'shown' }
    },
    onError: reportDefect,
  })
  app.on('second-instance', show)
  app.on('activate', show)
  closeAtTheEnd(async () => {
    await kurs.close()
    await socket.close()
    workspace.close()
  }, reportDefect)
  openWindow()
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function createPowers(preload: string, setLanguage: (language: 'ru' | 'en') => void): HostPowers {
  return {
    printToPdf: (path) => printPage(path, preload),
    openPath: async (path) => {
      const failure = await shell.openPath(path)
      if (failure) throw new Error(failure)
    },
    setLanguage,
  }
}

function handleMessages(): void {
  ipcMain.handle(DESKTOP_CHANNELS.setTheme, (event, theme: unknown) => {
    assertTrustedSender(event)
    if (!isThemeChoice(theme)) throw new TypeError('Not a theme')
    nativeTheme.themeSource = theme
  })
}

function isThemeChoice(value: unknown): value is ThemeChoice {
  return THEME_CHOICES.some((choice) => choice === value)
}

/** Quits with the last window (macOS keeps the app), and holds the end until everything is closed in order. */
function closeAtTheEnd(close: () => Promise<void>, onError: (error: unknown) => void): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.once('will-quit', (event) => {
    event.preventDefault()
    close()
      .catch(onError)
      .finally(() => app.exit(0))
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => app.quit())
}
