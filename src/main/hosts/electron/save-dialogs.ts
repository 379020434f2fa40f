import { dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, type SaveDialogOptions, type Session } from 'electron'
import type { HostText } from '#main/hosts/host-texts.ts'

export interface SaveDialogs {
  /** Asks where a file is to be saved; null when the person cancels. */
  ask(name: string): Promise<string | null>
}

/**
 * All dialogs that ask where to save a file, also for downloads. Their title is ours (Chromium would show the address);
 * they suggest the file's own name and the folder used last.
 */
export function createSaveDialogs(
  session: Session,
  texts: () => HostText,
  window: () => BrowserWindow | null,
): SaveDialogs {
  let folder = app.getPath('downloads')
  const optionsFor = (name: string): SaveDialogOptions => {
    const extension = extname(name).slice(1)
    return {
      title: texts()('saveTitle'),
      defaultPath: join(folder, name),
      filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
    }
  }
  session.on('will-download', (_event, item) => {
    item.setSaveDialogOptions(optionsFor(item.getFilename()))
    item.once('done', (_done, state) => {
      if (state === 'completed') folder = dirname(item.getSavePath())
      // A browser shows a failed download itself; Electron does not.
      if (state === 'interrupted') void tellFailure(item.getFilename(), texts(), window())
    })
  })
  return {
    ask: async (name) => {
      const parent = window()
      const options = optionsFor(name)
      const { filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
      if (!filePath) return null
      folder = dirname(filePath)
      return filePath
    },
  }
}

async function tellFailure(name: string, t: HostText, window: BrowserWindow | null): Promise<void> {
  const message = {
    type: 'error' as const,
    title: 'Kurs',
    message: t('saveFailedTitle', { name }),
    detail: t('saveFailedText'),
  }
  await (window ? dialog.showMessageBox(window, message) : dialog.showMessageBox(message))
}
