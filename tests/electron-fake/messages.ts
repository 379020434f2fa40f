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
  /** Answers of the user to the next questions; -1 stands for the cancel button. */
  answerDialogs: { ask: { responses: number[] }; answer: object }
  emit: { ask: { event: 'second-instance' | 'activate' }; answer: object }
  crashPage: { ask: { reason: string }; answer: object }
  moveWindow: { ask: { x: number; y: number; width: number; height: number; maximized: boolean }; answer: object }
  closeWindow: { ask: object; answer: object }
}

export type QuestionName = keyof Questions

export interface MenuEntry {
  label?: string | undefined
  role?: string | undefined
  accelerator?: string | undefined
  submenu: MenuEntry[]
}

export interface WindowReport {
  options: Record<string, unknown>
  address: string | null
  isVisible: boolean
  /** Calls of show, focus, restore, maximize and reload, in order. */
  calls: string[]
}

export interface Report {
  isSandboxEnabled: boolean
  userData: string
  switches: string[]
  schemes: { scheme: string; privileges: Record<string, boolean> }[]
  handledSchemes: string[]
  channels: string[]
  windows: WindowReport[]
  menu: MenuEntry[]
  themeSource: string
  dialogs: { message: string; detail: string; buttons: string[]; defaultId: number; cancelId: number }[]
  errorBoxes: string[]
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
