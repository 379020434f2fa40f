import { app } from 'electron'
import { closeWithin } from '#main/hosts/close-within.ts'

export interface EndOptions {
  /** Closes the workspace in good order. */
  close(): Promise<void>
  onError(error: unknown): void
  /** Called when work under way was not waited for any longer. */
  onLate(): void
}

/**
 * The one way the desktop host ends, whoever asks for it; the process exits when everything is closed, or after a time
 * limit.
 */
export function createEnd(options: EndOptions): () => void {
  let isEnding = false
  return () => {
    if (isEnding) return
    isEnding = true
    closeWithin(options.close)
      .then((isClosed) => {
        if (!isClosed) options.onLate()
        return isClosed ? 0 : 1
      })
      .catch((error: unknown) => {
        options.onError(error)
        return 1
      })
      .then((code) => app.exit(code))
  }
}

/** Quits with the last window (on macOS the app stays), and delays the end of Electron until everything is closed. */
export function endWithElectron(end: () => void): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    end()
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => app.quit())
}
