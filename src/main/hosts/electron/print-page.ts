import { BrowserWindow } from 'electron'
import { isPlainTarget } from '#main/app/request-rules.ts'
import { PRINT_READY_ATTRIBUTE } from '#shared/contract/transport.ts'
import { APP_ORIGIN } from './app-scheme.ts'
import { securePreferences } from './main-window.ts'

/** Milliseconds a page may take until it says that it is complete. */
const PATIENCE = 30_000
const PAUSE = 100

/** PDF of a page of the app, laid out by the page's own print styles. */
export async function printPage(path: string, preload: string): Promise<Uint8Array> {
  if (!isPlainTarget(path)) throw new TypeError(`Not a page of the app: ${path}`)
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...securePreferences(preload), backgroundThrottling: false },
  })
  try {
    await window.loadURL(APP_ORIGIN + path)
    const deadline = Date.now() + PATIENCE
    while (!(await isComplete(window))) {
      if (Date.now() >= deadline) throw new Error(`The page ${path} did not become ready to print`)
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
    return await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    window.destroy()
  }
}

async function isComplete(window: BrowserWindow): Promise<boolean> {
  const attribute = JSON.stringify(PRINT_READY_ATTRIBUTE)
  return Boolean(await window.webContents.executeJavaScript(`document.documentElement.hasAttribute(${attribute})`))
}
