import { CatchBoundary } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'
import { ErrorState } from './states.tsx'
import { useUiWords } from './words.ts'

const KeptContext = createContext<ReactNode>(null)

/** In the place of what could not be drawn. Trying again draws it anew. */
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
 * Keeps a defect within a part of the page: our words stand in its place, everything around it goes on. Another address
 * (another page, another item) draws the part anew.
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
  /** Stands above our words: what was typed, where the part that takes it cannot be drawn. */
  kept?: ReactNode
}
