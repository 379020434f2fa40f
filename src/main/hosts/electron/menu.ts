import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { HostTexts } from '#main/hosts/host-texts.ts'
import type { DesktopCommand } from '#shared/contract/desktop.ts'

export interface MenuOptions {
  texts: HostTexts
  isMac: boolean
  /** Offer reload and developer tools: in a checkout, not in a packaged app. */
  isDevelopment: boolean
  /** Asks the page to do something. */
  command(command: DesktopCommand): void
}

/** The application menu in the language of the app. */
export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { texts, isMac } = options
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: texts.menuUndo },
    { role: 'redo', label: texts.menuRedo },
    separator,
    { role: 'cut', label: texts.menuCut },
    { role: 'copy', label: texts.menuCopy },
    { role: 'paste', label: texts.menuPaste },
    { role: 'selectAll', label: texts.menuSelectAll },
  ]
  return [
    ...(isMac ? [appMenu(texts)] : []),
    { label: texts.menuFile, submenu: fileMenu(options) },
    { label: texts.menuEdit, submenu: edit },
    { label: texts.menuView, submenu: viewMenu(options) },
    { role: 'help', label: texts.menuHelp, submenu: helpMenu(options) },
  ]
}

function appMenu(texts: HostTexts): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    label: 'Kurs',
    submenu: [
      { role: 'about', label: texts.menuAbout },
      separator,
      { role: 'hide', label: texts.menuHide },
      { role: 'hideOthers', label: texts.menuHideOthers },
      { role: 'unhide', label: texts.menuShowAll },
      separator,
      { role: 'quit', label: texts.menuQuit },
    ],
  }
}

function fileMenu({ texts, isMac, command }: MenuOptions): MenuItemConstructorOptions[] {
  return [
    { label: texts.menuQuickAdd, accelerator: 'CmdOrCtrl+N', click: () => command('quickAdd') },
    { label: texts.menuSearch, accelerator: 'CmdOrCtrl+K', click: () => command('search') },
    separator,
    { label: texts.menuPrint, accelerator: 'CmdOrCtrl+P', click: () => command('print') },
    separator,
    { label: texts.menuSettings, accelerator: 'CmdOrCtrl+,', click: () => command('settings') },
    separator,
    isMac
      ? { role: 'close', label: texts.menuClose }
      : { role: 'quit', label: texts.menuQuit, accelerator: 'CmdOrCtrl+Q' },
  ]
}

function viewMenu({ texts, isDevelopment }: MenuOptions): MenuItemConstructorOptions[] {
  return [
    { role: 'resetZoom', label: texts.menuZoomReset },
    { role: 'zoomIn', label: texts.menuZoomIn },
    { role: 'zoomOut', label: texts.menuZoomOut },
    separator,
    { role: 'togglefullscreen', label: texts.menuFullScreen },
    { role: 'minimize', label: texts.menuMinimize },
    ...(isDevelopment
      ? [separator, { role: 'reload' as const, label: texts.menuReload }, { role: 'toggleDevTools' as const }]
      : []),
  ]
}

function helpMenu({ texts, isMac, command }: MenuOptions): MenuItemConstructorOptions[] {
  const shortcuts: MenuItemConstructorOptions = {
    label: texts.menuShortcuts,
    accelerator: 'F1',
    click: () => command('shortcuts'),
  }
  return isMac ? [shortcuts] : [shortcuts, separator, { role: 'about', label: texts.menuAbout }]
}
