import { ipcMain, nativeTheme } from 'electron'
import {
  DESKTOP_CHANNELS,
  PAPERS,
  type Paper,
  type PdfRequest,
  THEME_CHOICES,
  type ThemeChoice,
} from '#shared/contract/desktop.ts'
import { assertTrustedSender } from './guards.ts'
import type { SaveDialogs } from './save-dialogs.ts'
import { savePdf } from './save-pdf.ts'

interface MessageOptions {
  dialogs: SaveDialogs
  reportDefect(error: unknown): void
}

/** Handles what the page asks of its host, and refuses every other sender. */
export function handleMessages(options: MessageOptions): void {
  ipcMain.handle(DESKTOP_CHANNELS.setTheme, (event, theme: unknown) => {
    assertTrustedSender(event)
    if (!isThemeChoice(theme)) throw new TypeError('Not a theme')
    nativeTheme.themeSource = theme
  })
  ipcMain.handle(DESKTOP_CHANNELS.savePdf, (event, request: unknown) => {
    assertTrustedSender(event)
    if (!isPdfRequest(request)) throw new TypeError('Not a page to save')
    return savePdf(request, { ...options, contents: event.sender })
  })
}

function isThemeChoice(value: unknown): value is ThemeChoice {
  return THEME_CHOICES.some((choice) => choice === value)
}

/** Most characters of a title that are read. */
const TITLE_LIMIT = 1000

function isPdfRequest(value: unknown): value is PdfRequest {
  if (typeof value !== 'object' || value === null) return false
  const { name, paper } = value as Record<keyof PdfRequest, unknown>
  return typeof name === 'string' && name.length <= TITLE_LIMIT && PAPERS.some((known: Paper) => known === paper)
}
