import type { StorageReason } from '#shared/model/failure.ts'

/** Messages between the desktop window's page and its host. Without schemas, so that the preload stays a few lines. */

/** What a menu item asks the page to do. */
const DESKTOP_COMMANDS = ['quickAdd', 'search', 'settings', 'print', 'undo', 'redo', 'shortcuts'] as const
export type DesktopCommand = (typeof DESKTOP_COMMANDS)[number]

export const THEME_CHOICES = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

/** Paper sizes of a saved page. */
export const PAPERS = ['a4', 'letter'] as const
export type Paper = (typeof PAPERS)[number]

/** Request to save the page as it is shown now as a PDF. */
export interface PdfRequest {
  /** Name of the document without an extension, offered as the file name. */
  name: string
  paper: Paper
}

/** `reason`: why the chosen place could not be written to; null = the PDF itself could not be made. */
export type SavedPdf =
  | { kind: 'saved'; path: string }
  | { kind: 'cancelled' }
  | { kind: 'failed'; path: string; reason: StorageReason | null }

/** The only channels between page and host. */
export const DESKTOP_CHANNELS = {
  /** Host to page: a `DesktopCommand`. */
  command: 'kurs:command',
  /** Page to host: a `ThemeChoice` for the window frame, menus and native dialogs. */
  setTheme: 'kurs:set-theme',
  /** Page to host: a `PdfRequest`; answers a `SavedPdf`. */
  savePdf: 'kurs:save-pdf',
} as const

/** Name under which the preload provides `DesktopApi` to the page; absent in the browser host. */
export const DESKTOP_API = 'kursDesktop'

/** The API of the desktop window, besides requests to the app. */
export interface DesktopApi {
  /** Calls back on each menu command; the returned function stops that. */
  onCommand(listener: (command: DesktopCommand) => void): () => void
  setTheme(theme: ThemeChoice): Promise<void>
  /** Asks where to save, and saves. */
  savePdf(request: PdfRequest): Promise<SavedPdf>
}
