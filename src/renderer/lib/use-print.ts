import { notifications } from '@mantine/notifications'
import { createContext, useCallback, useContext, useEffect, useEffectEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Paper, SavedPdf } from '#shared/contract/desktop.ts'
import { desktopApi } from './desktop.ts'
import { keepPaper, readPaper } from './paper.ts'
import { useFailureText } from './use-failure-text.ts'

/** Prepares a page for printing, for example by reading list entries that are not on the screen. */
export type Preparation = () => Promise<unknown>

/** Milliseconds after which a hidden page counts as drawn: a hidden page gets no animation frames. */
const UNSEEN = 300

const nextFrames = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, UNSEEN)
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })

interface Printer {
  printing: boolean
  print(): void
  paper: Paper
  choosePaper(paper: Paper): void
  /** Registers a function that runs before each print, until the returned function is called. */
  addPreparation(preparation: Preparation): () => void
}

export const PrinterContext = createContext<Printer | null>(null)

function useOpenPrinter(): Printer {
  const printer = useContext(PrinterContext)
  if (printer === null) throw new Error('There is no printer around this')
  return printer
}

/**
 * The Print action of a page, for its button and for the menu of the desktop window. The desktop window saves the page
 * as PDF; a browser opens its print dialog. `printing` is true from the press until that is over, so that the page can
 * show content meant only for paper. `prepare` may then read more, and printing waits for it. If it fails, nothing is
 * printed and the failure is reported.
 */
export function usePrint(prepare?: Preparation): { print: () => void; printing: boolean } {
  const { print, printing, addPreparation } = useOpenPrinter()
  const onPrepare = useEffectEvent(async () => void (await prepare?.()))
  useEffect(() => addPreparation(() => onPrepare()), [addPreparation])
  return { print, printing }
}

/** The paper size of PDFs in the desktop window; null in a browser, which asks in its own dialog. */
export function usePaper(): { paper: Paper; choosePaper: (paper: Paper) => void } | null {
  const { paper, choosePaper } = useOpenPrinter()
  return desktopApi() === undefined ? null : { paper, choosePaper }
}

/** The printer of the window, for the root component. */
export function usePrinter(): Printer {
  const preparations = useRef(new Set<Preparation>())
  const busy = useRef(false)
  const [printing, setPrinting] = useState(false)
  const [paper, setPaper] = useState<Paper>(() => readPaper(localStorage, navigator.language))
  const failureText = useFailureText()
  const tell = useTellSaved()
  const addPreparation = useCallback((preparation: Preparation) => {
    preparations.current.add(preparation)
    return () => void preparations.current.delete(preparation)
  }, [])
  const choosePaper = (chosen: Paper) => {
    setPaper(chosen)
    keepPaper(localStorage, chosen)
  }
  const run = async () => {
    if (busy.current) return
    busy.current = true
    // Rendered at once, with its effects: the preparations may read what is only shown while printing.
    flushSync(() => setPrinting(true))
    try {
      await Promise.all([...preparations.current].map((prepare) => prepare()))
      await nextFrames()
      await document.fonts.ready
      const desktop = desktopApi()
      if (desktop === undefined) window.print()
      else tell(await desktop.savePdf({ name: document.title, paper }))
    } catch (error) {
      notifications.show({ color: 'red', message: failureText(error) })
    } finally {
      busy.current = false
      setPrinting(false)
    }
  }
  return { printing, print: () => void run(), paper, choosePaper, addPreparation }
}

/** Milliseconds for which the message with the place of a file stays. */
const SAVED_TIME = 10_000

/** Reports in words whether a PDF was saved. */
function useTellSaved(): (saved: SavedPdf) => void {
  const { t } = useTranslation('common')
  return (saved) => {
    switch (saved.kind) {
      case 'cancelled':
        return
      case 'saved':
        return void notifications.show({
          autoClose: SAVED_TIME,
          message: t('print.saved', { path: saved.path }),
        })
      case 'failed': {
        const { reason, path } = saved
        const known = reason === 'full' || reason === 'readonly' || reason === 'busy' || reason === 'gone'
        const message = reason === null ? t('print.notMade') : t(`print.failed.${known ? reason : 'other'}`, { path })
        return void notifications.show({ color: 'red', autoClose: false, message })
      }
    }
  }
}
