import { join } from 'node:path'
import { app, dialog, protocol, session, shell } from 'electron'
import { claimWorkspace } from '#main/app/claim-workspace.ts'
import { createApp } from '#main/app/create-app.ts'
import type { HostPowers, KursApp, Workspace } from '#main/app/kurs-app.ts'
import { followLanguage } from '#main/app/workspace-language.ts'
import { type HostText, hostTexts } from '#main/hosts/host-texts.ts'
import { DESKTOP_STEPS, describeError, explainClaim, type Launch } from '#main/hosts/launch.ts'
import { askOwnerToShow } from '#main/hosts/socket/owner-client.ts'
import { shareWorkspace } from '#main/hosts/socket/share-workspace.ts'
import { DESKTOP_CHANNELS } from '#shared/contract/desktop.ts'
import { LANGUAGE_PARAMETER } from '#shared/contract/transport.ts'
import type { Language } from '#shared/model/common.ts'
import { APP_ORIGIN, serveApp } from './app-scheme.ts'
import { demoCommand, openDemoWindow } from './demo-window.ts'
import { createEnd, endWithElectron } from './end.ts'
import { createLeave } from './external-links.ts'
import { guardContents, guardSession } from './guards.ts'
import { createMainWindow, type MainWindow } from './main-window.ts'
import { setMenu } from './menu.ts'
import { handleMessages } from './messages.ts'
import { rememberLanguage } from './remembered-language.ts'
import { createSaveDialogs } from './save-dialogs.ts'

export interface DesktopLaunch extends Launch {
  /** The built preload script. */
  preload: string
  /** Picture of the app, PNG. */
  icon: string
}

/**
 * Opens the workspace and its window, or brings the process that owns the workspace to the front. Electron must be
 * ready.
 */
export async function runElectron(launch: DesktopLaunch): Promise<void> {
  const { dir, t, terminal } = launch
  const { restore } = launch.options
  const claim = await claimWorkspace({ dir, host: 'electron', clock: Date.now, askOwner: askOwnerToShow, restore })
  switch (claim.kind) {
    case 'open':
      return mount(claim.workspace, launch)
    case 'shown':
      // The browser host owns the workspace: its page is opened in the browser, signed in.
      if (claim.answer.kind === 'address') await shell.openExternal(claim.answer.address)
      terminal.say(t('alreadyOpen'))
      return app.exit(0)
    default:
      terminal.complain(explainClaim(claim, { dir, t }))
      dialog.showErrorBox('Kurs', explainClaim(claim, { dir, t }))
      return app.exit(1)
  }
}

async function mount(workspace: Workspace, launch: DesktopLaunch): Promise<void> {
  const { options, terminal, version, rendererDir, preload, icon } = launch
  const reportDefect = (error: unknown) => terminal.complain(describeError(error))
  let language = launch.language
  const texts = () => hostTexts(language)
  const window = createMainWindow({
    address: () => `${APP_ORIGIN}/?${LANGUAGE_PARAMETER}=${language}`,
    preload,
    icon,
    stateFile: join(app.getPath('userData'), 'window-state.json'),
    texts,
    onReady: () => terminal.say(DESKTOP_STEPS.ready),
    onSessionEnd: () => end(),
  })
  followLanguage(workspace, (chosen) => {
    language = chosen ?? launch.language
    if (chosen !== null) rememberLanguage(app.getPath('userData'), chosen)
    setMenu({
      t: texts(),
      isMac: process.platform === 'darwin',
      isDevelopment: !app.isPackaged,
      command: (command) => window.current()?.webContents.send(DESKTOP_CHANNELS.command, command),
    })
  })
  app.setAboutPanelOptions({ applicationName: 'Kurs', applicationVersion: version, iconPath: icon })
  if (options.demo) await launch.prepareDemo?.(workspace, launch.language)
  const kurs = await createApp({
    workspace,
    rendererDir,
    version,
    powers: createPowers(launch),
    host: 'electron',
    reportDefect,
  })
  openDoors(kurs, { texts, window, reportDefect })
  const socket = await shareWorkspace({
    workspace,
    app: kurs,
    show: async () => {
      window.show()
      return { kind: 'shown' }
    },
    onError: reportDefect,
  })
  const end = createEnd({
    close: async () => {
      await kurs.close()
      await socket.close()
      workspace.close()
    },
    onError: reportDefect,
    onLate: () => terminal.complain(texts()('endedLate')),
  })
  endWithElectron(end)
  app.on('second-instance', window.show)
  app.on('activate', window.show)
  window.show()
}

interface Doors {
  texts: () => HostText
  window: MainWindow
  reportDefect(error: unknown): void
}

/** Lets the page reach the app and a few powers of the host, and nothing else. */
function openDoors(kurs: KursApp, { texts, window, reportDefect }: Doors): void {
  const own = session.defaultSession
  guardSession(own)
  const dialogs = createSaveDialogs(own, texts, window.current)
  const leave = createLeave(texts, window.current)
  app.on('web-contents-created', (_event, contents) => guardContents(contents, leave))
  serveApp(protocol, kurs, reportDefect)
  handleMessages({ dialogs, reportDefect })
}

function createPowers(launch: DesktopLaunch): HostPowers {
  const electron = { path: process.execPath, isPackaged: app.isPackaged }
  return {
    openPath: async (path) => {
      const failure = await shell.openPath(path)
      if (failure) throw new Error(failure)
    },
    ...(launch.options.demo
      ? {}
      : { openDemo: (language: Language) => openDemoWindow(demoCommand(launch, electron, language)) }),
  }
}
