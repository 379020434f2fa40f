import { CatchBoundary } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'
import { ErrorState } from './states.tsx'
import { useUiWords } from './words.ts'

const KeptContext = createContext<ReactNode>(null)

/** Shown in place of a part that could not be drawn. "Try again" draws it anew. */
export function BrokenPart({ reset }: { reset?: () => void }) {
  const { broken } = useUiWords()
  const kept = useContext(KeptContext)
  return (
    <>
      {kept}
      <ErrorState title={broken.title} text={broken.text} retryLabel={broken.retry} onRetry={() => reset?.()} />
    </>
  )
}

/**
 * Limits a defect to one part of the page: a message replaces the part, and everything around it keeps working. Another
 * address (another page, another item) draws the part anew.
 */
export function Boundary({ children, kept = null }: BoundaryProps) {
  return (
    <KeptContext value={kept}>
      <CatchBoundary getResetKey={() => window.location.href} errorComponent={BrokenPart}>
        {children}
      </CatchBoundary>
    </KeptContext>
  )
}

interface BoundaryProps {
  children: ReactNode
  /** Shown above the message: typed text whose field could not be drawn. */
  kept?: ReactNode
}
