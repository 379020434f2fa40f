import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import type { Report } from './messages.ts'

type Invoke = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown
type SetHandler<Name extends keyof Electron.Session> = Electron.Session[Name] extends (handler: infer H) => void
  ? H
  : never

/** Everything the host has told the fake Electron; one process boots one host. */
export const world = {
  app: null as EventEmitter | null,
  name: '',
  about: {} as Electron.AboutPanelOptionsOptions,
  isReady: false,
  isSandboxEnabled: false,
  userData: '',
  switches: [] as string[],
  schemes: [] as Electron.CustomScheme[],
  handlers: new Map<string, (request: Request) => Response | Promise<Response>>(),
  channels: new Map<string, Invoke>(),
  menus: [] as Report['menus'],
  menu: [] as Electron.MenuItemConstructorOptions[],
  theme: { themeSource: 'system', shouldUseDarkColors: false } as Pick<
    Electron.NativeTheme,
    'themeSource' | 'shouldUseDarkColors'
  >,
  session: new EventEmitter(),
  flushes: 0,
  permissionRequest: null as SetHandler<'setPermissionRequestHandler'>,
  permissionCheck: null as SetHandler<'setPermissionCheckHandler'>,
  devicePermission: null as SetHandler<'setDevicePermissionHandler'>,
  beforeRequest: null as
    | ((details: { url: string }, answer: (response: Electron.CallbackResponse) => void) => void)
    | null,
  /** What the user will answer to the next questions. */
  responses: [] as number[],
  onAnswer: () => {},
  dialogs: [] as Report['dialogs'],
  errorBoxes: [] as string[],
  saveDialogs: [] as Electron.SaveDialogOptions[],
  pdfs: [] as Electron.PrintToPDFOptions[],
  /** Where the user will save the next files. */
  savePaths: [] as string[],
  popups: [] as { items: Electron.MenuItemConstructorOptions[]; at: Report['popups'][number]['at'] }[],
  copied: [] as string[],
  openedExternally: [] as string[],
}
