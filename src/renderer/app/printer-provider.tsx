import type { ReactNode } from 'react'
import { PrinterContext, usePrinter } from '#renderer/lib/use-print.ts'

/** The one printer of the window, for whatever page is open. */
export function PrinterProvider({ children }: { children: ReactNode }) {
  return <PrinterContext value={usePrinter()}>{children}</PrinterContext>
}
