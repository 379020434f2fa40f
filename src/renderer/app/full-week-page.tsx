import { WeekPage } from '#renderer/features/steps/week-page.tsx'
import type { Selection } from '#renderer/lib/selection.ts'
import { WEEK_SECTIONS } from './contributions.ts'

/** The page of the week with the sections that the features add. */
export function FullWeekPage({ selection }: { selection: Selection }) {
  return (
    <WeekPage selection={selection}>
      {WEEK_SECTIONS.map(([name, Section]) => (
        <Section key={name} />
      ))}
    </WeekPage>
  )
}
