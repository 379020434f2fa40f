import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { WebContents } from 'electron'
import { storageReasonOf } from '#main/app/errors.ts'
import type { Paper, PdfRequest, SavedPdf } from '#shared/contract/desktop.ts'
import { safeFileName } from '#shared/domain/keeping/file-name.ts'
import type { SaveDialogs } from './save-dialogs.ts'

const SIZES = { a4: 'A4', letter: 'Letter' } as const satisfies Record<Paper, string>

/**
 * The page as it is shown, laid out by its print styles. A paper size in these styles takes precedence over the chosen
 * one.
 */
async function printToPdf(contents: WebContents, paper: Paper): Promise<Uint8Array> {
  return contents.printToPDF({
    pageSize: SIZES[paper],
    landscape: false,
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}

/** A title as a file name that every system takes. */
export function pdfFileName(title: string): string {
  const plain = title.replace(/[/\\]+/g, ' ').replace(/^[. ]+|[. ]+$/g, '')
  return safeFileName(`${plain === '' ? 'Kurs' : plain}.pdf`)
}

/**
 * Writes the file as a whole or not at all: a full disk must leave neither half a PDF nor half of the file that was
 * there.
 */
function writeWhole(path: string, bytes: Uint8Array): void {
  const part = join(dirname(path), `.kurs-${randomUUID()}.part`)
  try {
    const file = openSync(part, 'wx')
    try {
      writeFileSync(file, bytes)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(part, path)
  } catch (error) {
    try {
      rmSync(part, { force: true })
    } catch {
      // The folder may be gone; the person is told the first error.
    }
    throw error
  }
}

interface SaveOptions {
  contents: WebContents
  dialogs: SaveDialogs
  /** Called with the reason why the PDF itself could not be made. */
  reportDefect(error: unknown): void
}

/** Asks where to save a page as PDF, and saves it there. Never throws: the page tells the person what happened. */
export async function savePdf({ name, paper }: PdfRequest, options: SaveOptions): Promise<SavedPdf> {
  const path = await options.dialogs.ask(pdfFileName(name))
  if (path === null) return { kind: 'cancelled' }
  try {
    writeWhole(path, await printToPdf(options.contents, paper))
    return { kind: 'saved', path }
  } catch (error) {
    const reason = storageReasonOf(error, dirname(path))
    if (reason === null) options.reportDefect(error)
    return { kind: 'failed', path, reason }
  }
}
