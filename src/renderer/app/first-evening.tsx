import { ImportBox } from '#renderer/features/exchange/import-section.tsx'
import { FirstRun } from '#renderer/features/plan/first-run/first-run.tsx'

/** Shown while there is no plan: create one, or import an archive. */
export function FirstEvening({ onStarted }: { onStarted: () => void }) {
  return (
    <FirstRun onStarted={onStarted}>
      <ImportBox onImported={onStarted} />
    </FirstRun>
  )
}
