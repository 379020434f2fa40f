import { notifications } from '@mantine/notifications'
import { createContext, useCallback, useContext, useEffect, useEffectEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Paper, SavedPdf } from '#shared/contract/desktop.ts'
import { desktopApi } from './desktop.ts'
import { keepPaper, readPaper } from './paper.ts'
import { useFailureText } from './use-failure-text.ts'

/** Makes a page ready for paper, such as by reading the lines of a list that were not on the screen. */
export type Preparation = () => Promise<unknown>

/** Milliseconds after which a page counts as drawn although it is hidden: a hidden page gets no frames. */
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
  /** Runs before each print until the returned function is called. */
  addPreparation(preparation: Preparation): () => void
}

export const PrinterContext = createContext<Printer | null>(null)

function useOpenPrinter(): Printer {
  const printer = useContext(PrinterContext)
  if (printer === null) throw new Error('There is no printer around this')
  return printer
}

/**
 * The Print action of a page, the same for its button and for the menu of the desktop window: there the page is saved as PDF, in a
 * browser its own dialog opens. `printing` is true from the press until that is over, so that the page can show what is only for
 * paper; `prepare` may then read more, and printing waits for it. When it fails, nothing is printed and the failure is told.
 */
export function usePrint(prepare?: Preparation): { print: () => void; printing: boolean } {
  const { print, printing, addPreparation } = useOpenPrinter()
  const onPrepare = useEffectEvent(async () => void (await prepare?.()))
  useEffect(() => addPreparation(() => onPrepare()), [addPreparation])
  return { print, printing }
}

/** The paper that is saved for on the desktop; a browser asks in its own dialog, so there is nothing to choose: null. */
export function usePaper(): { paper: Paper; choosePaper: (paper: Paper) => void } | null {
  const { paper, choosePaper } = useOpenPrinter()
  return desktopApi() === undefined ? null : { paper, choosePaper }
}

/** For the root of the app. */
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
    // At once, with its effects: what is prepared next may ask what is shown only while printing.
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

/** Milliseconds the message stays that says where a file is. */
const SAVED_TIME = 10_000

/** Says in words what became of a PDF. */
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
