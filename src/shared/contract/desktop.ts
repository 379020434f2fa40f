import { z } from 'zod'

/** What a menu item of the desktop window asks the page to do. */
export const DesktopCommand = z.enum(['quickAdd', 'search', 'settings', 'print', 'shortcuts'])
export type DesktopCommand = z.infer<typeof DesktopCommand>

export const ThemeChoice = z.enum(['light', 'dark', 'system'])
export type ThemeChoice = z.infer<typeof ThemeChoice>

/** The only channels between page and desktop host. */
export const DESKTOP_CHANNELS = {
  /** Host to page: a `DesktopCommand`. */
  command: 'kurs:command',
  /** Page to host: a `ThemeChoice` for the window frame, menus and native dialogs. */
  setTheme: 'kurs:set-theme',
} as const

/** Name under which the preload offers `DesktopApi` to the page; absent in the browser host. */
export const DESKTOP_API = 'kursDesktop'

/** The few powers of the desktop window that are no request to the app. */
export interface DesktopApi {
  /** Calls back on each menu command; the returned function ends it. */
  onCommand(listener: (command: DesktopCommand) => void): () => void
  setTheme(theme: ThemeChoice): Promise<void>
}
