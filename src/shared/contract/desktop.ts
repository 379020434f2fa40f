/** What the desktop window's page and host may say to each other. No schemas here: the preload stays a few lines. */

/** What a menu item asks the page to do. */
export const DESKTOP_COMMANDS = ['quickAdd', 'search', 'settings', 'print', 'shortcuts'] as const
export type DesktopCommand = (typeof DESKTOP_COMMANDS)[number]

export const THEME_CHOICES = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

/** The only channels between page and host. */
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
