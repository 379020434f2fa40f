import { CatchBoundary } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorState } from './states.tsx'
import { useUiWords } from './words.ts'

/** In the place of what could not be drawn. Trying again draws it anew. */
export function BrokenPart({ reset }: { reset?: () => void }) {
  const { broken } = useUiWords()
  return <ErrorState title={broken.title} text={broken.text} retryLabel={broken.retry} onRetry={() => reset?.()} />
}

/**
 * Keeps a defect within a part of the page: our words stand in its place, everything around it goes on. Another address
 * (another page, another item) draws the part anew.
 */
export function Boundary({ children }: { children: ReactNode }) {
  return (
    <CatchBoundary getResetKey={() => window.location.href} errorComponent={BrokenPart}>
      {children}
    </CatchBoundary>
  )
}
