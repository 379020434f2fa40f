import { ImportBox } from '#renderer/features/exchange/import-section.tsx'
import { FirstRun } from '#renderer/features/plan/first-run/first-run.tsx'

/** Before there is a plan: make one, or bring an archive of one's own. */
export function FirstEvening({ onStarted }: { onStarted: () => void }) {
  return (
    <FirstRun onStarted={onStarted}>
      <ImportBox onImported={onStarted} />
    </FirstRun>
  )
}
