import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { HostText } from '#main/hosts/host-texts.ts'
import type { DesktopCommand } from '#shared/contract/desktop.ts'

export interface MenuOptions {
  t: HostText
  isMac: boolean
  /** Offer reload and developer tools: in a checkout, not in a packaged app. */
  isDevelopment: boolean
  /** Asks the page to do something. */
  command(command: DesktopCommand): void
}

/**
 * The application menu in the language of the app. Commands that change texts or data are sent to the page, because
 * only the page knows its state.
 */
export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { t, isMac } = options
  return [
    ...(isMac ? [appMenu(t)] : []),
    { label: t('menuFile'), submenu: fileMenu(options) },
    { label: t('menuEdit'), submenu: editMenu(options) },
    { label: t('menuView'), submenu: viewMenu(options) },
    { role: 'help', label: t('menuHelp'), submenu: helpMenu(options) },
  ]
}

function appMenu(t: HostText): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    label: 'Kurs',
    submenu: [
      { role: 'about', label: t('menuAbout') },
      separator,
      { role: 'hide', label: t('menuHide') },
      { role: 'hideOthers', label: t('menuHideOthers') },
      { role: 'unhide', label: t('menuShowAll') },
      separator,
      { role: 'quit', label: t('menuQuit') },
    ],
  }
}

function fileMenu({ t, isMac, command }: MenuOptions): MenuItemConstructorOptions[] {
  return [
    { label: t('menuQuickAdd'), accelerator: 'CmdOrCtrl+N', click: () => command('quickAdd') },
    { label: t('menuSearch'), accelerator: 'CmdOrCtrl+K', click: () => command('search') },
    separator,
    { label: t('menuSavePdf'), accelerator: 'CmdOrCtrl+P', click: () => command('print') },
    separator,
    { label: t('menuSettings'), accelerator: 'CmdOrCtrl+,', click: () => command('settings') },
    separator,
    isMac
      ? { role: 'close', label: t('menuClose') }
      : { role: 'quit', label: t('menuQuit'), accelerator: 'CmdOrCtrl+Q' },
  ]
}

/**
 * Undo and redo are sent to the page: Electron's roles for them would act on the field that was typed in last, even one
 * without the focus. Their keys are left to the page as well; macOS gives them to the menu anyway.
 */
function editMenu({ t, command }: MenuOptions): MenuItemConstructorOptions[] {
  const ask = (name: 'undo' | 'redo', label: string, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => command(name),
  })
  return [
    ask('undo', t('menuUndo'), 'CmdOrCtrl+Z'),
    ask('redo', t('menuRedo'), 'CmdOrCtrl+Shift+Z'),
    separator,
    { role: 'cut', label: t('menuCut') },
    { role: 'copy', label: t('menuCopy') },
    { role: 'paste', label: t('menuPaste') },
    { role: 'selectAll', label: t('menuSelectAll') },
  ]
}

/** Items that only add keys for zooming: Electron allows one key per item, and takes `+` for a key with Shift. */
const ZOOM_KEYS: MenuItemConstructorOptions[] = [
  { role: 'zoomIn', accelerator: 'CmdOrCtrl+=' },
  { role: 'zoomIn', accelerator: 'CmdOrCtrl+numadd' },
  { role: 'zoomOut', accelerator: 'CmdOrCtrl+numsub' },
  { role: 'resetZoom', accelerator: 'CmdOrCtrl+num0' },
]

function viewMenu({ t, isDevelopment }: MenuOptions): MenuItemConstructorOptions[] {
  return [
    { role: 'resetZoom', label: t('menuZoomReset'), accelerator: 'CmdOrCtrl+0' },
    { role: 'zoomIn', label: t('menuZoomIn'), accelerator: 'CmdOrCtrl+Plus' },
    { role: 'zoomOut', label: t('menuZoomOut'), accelerator: 'CmdOrCtrl+-' },
    ...ZOOM_KEYS.map((item) => ({ ...item, visible: false, acceleratorWorksWhenHidden: true })),
    separator,
    { role: 'togglefullscreen', label: t('menuFullScreen') },
    { role: 'minimize', label: t('menuMinimize') },
    ...(isDevelopment
      ? [
          separator,
          { role: 'reload' as const, label: t('menuReload') },
          { role: 'toggleDevTools' as const, label: t('menuDevTools') },
        ]
      : []),
  ]
}

function helpMenu({ t, isMac, command }: MenuOptions): MenuItemConstructorOptions[] {
  const shortcuts: MenuItemConstructorOptions = {
    label: t('menuShortcuts'),
    accelerator: 'F1',
    click: () => command('shortcuts'),
  }
  return isMac ? [shortcuts] : [shortcuts, separator, { role: 'about', label: t('menuAbout') }]
}
