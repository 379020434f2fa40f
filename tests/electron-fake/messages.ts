import type * as Electron from 'electron'

/** What a test may ask the process with the fake Electron, and what it answers. Everything is plain JSON. */
export interface Questions {
  /** What the host has set up so far. */
  report: { ask: object; answer: Report }
  /** A page wants to go somewhere. */
  navigate: {
    ask: { event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate'; url: string; isMainFrame: boolean }
    answer: { prevented: boolean }
  }
  openWindow: { ask: { url: string }; answer: { action: string } }
  attachWebview: { ask: object; answer: { prevented: boolean } }
  permission: { ask: { permission: string; url: string }; answer: { requested: boolean; checked: boolean } }
  device: { ask: object; answer: { granted: boolean } }
  /** A page asks for an address, of a network or not. */
  load: { ask: { url: string }; answer: { cancelled: boolean } }
  /** A message of a page on a channel; `frame` says which frame of which window sends it. */
  invoke: {
    ask: { channel: string; args: unknown[]; url: string; frame: 'main' | 'child' | 'gone' }
    answer: { result: unknown } | { error: string }
  }
  clickMenu: { ask: { label: string }; answer: { clicked: boolean } }
  /** A key of the menu is pressed that the page has left alone; answers whether an item has it. */
  pressKeys: { ask: { keys: string }; answer: { role: string | null } | null }
  /** A right click, or the key that stands for one. What is not told is as on a blank place. */
  rightClick: { ask: { params: Partial<Electron.ContextMenuParams> }; answer: object }
  clickPopup: { ask: { label: string }; answer: { clicked: boolean } }
  /** The page starts a download; answers what the save dialog is told. */
  download: {
    ask: { name: string; url: string; state: 'completed' | 'cancelled' | 'interrupted'; savedAs: string }
    answer: Electron.SaveDialogOptions
  }
  /** Answers of the user to the next questions; -1 stands for the cancel button. */
  answerDialogs: { ask: { responses: number[] }; answer: object }
  /** Where the user will save the next files; an empty path stands for the cancel button. */
  chooseSavePaths: { ask: { paths: string[] }; answer: object }
  /** Chromium, or Electron itself, writes to both standard streams. */
  chatter: { ask: object; answer: object }
  emit: { ask: { event: 'second-instance' | 'activate' }; answer: object }
  crashPage: { ask: { reason: string }; answer: object }
  moveWindow: { ask: { x: number; y: number; width: number; height: number; maximized: boolean }; answer: object }
  closeWindow: { ask: object; answer: object }
  /** Windows asks the windows whether its session may end, and tells them that it does. */
  endSession: { ask: { event: 'query-session-end' | 'session-end' }; answer: object }
  /** The most memory this process has had, in bytes. */
  memory: { ask: object; answer: { peak: number } }
}

export type QuestionName = keyof Questions

export interface MenuEntry {
  label?: string | undefined
  role?: string | undefined
  accelerator?: string | undefined
  isEnabled: boolean
  submenu: MenuEntry[]
}

export interface WindowReport {
  options: Record<string, unknown>
  address: string | null
  isVisible: boolean
  zoomLevel: number
  /** Misspelled words that were replaced by these. */
  replaced: string[]
  /** Calls of show, focus, restore, maximize and reload, in order. */
  calls: string[]
}

export interface Report {
  name: string
  about: Electron.AboutPanelOptionsOptions
  isSandboxEnabled: boolean
  userData: string
  switches: string[]
  schemes: { scheme: string; privileges: Record<string, boolean> }[]
  handledSchemes: string[]
  channels: string[]
  windows: WindowReport[]
  /** Visible items. */
  menu: MenuEntry[]
  /** The first item of each menu that was ever set. */
  menus: (string | undefined)[]
  popups: { items: MenuEntry[]; at: { x: number | undefined; y: number | undefined; source: string | undefined } }[]
  copied: string[]
  themeSource: string
  dialogs: { message: string; detail: string; buttons: string[]; defaultId: number; cancelId: number }[]
  errorBoxes: string[]
  /** How often the page's storage was written to the disk. */
  flushes: number
  saveDialogs: Electron.SaveDialogOptions[]
  /** With what pages were made into PDFs. */
  pdfs: Electron.PrintToPDFOptions[]
  openedExternally: string[]
}

/** From the process with the fake Electron, unasked. */
export type Notice =
  /** The captured scheme is served here, for a real browser to load the page. */
  | { kind: 'serving'; origin: string }
  /** The host sends to its page. */
  | { kind: 'send'; channel: string; args: unknown[] }

export type Outgoing =
  | Notice
  | { kind: 'answer'; id: number; answer: unknown }
  | { kind: 'failure'; id: number; error: string }

export interface Incoming {
  id: number
  name: QuestionName
  ask: unknown
}
