import { OverviewPage } from '#renderer/features/overview/overview-page.tsx'
import { OVERVIEW_CARDS } from './contributions.ts'

/** The overview with the cards that the features add. */
export function FullOverviewPage() {
  return (
    <OverviewPage>
      {OVERVIEW_CARDS.map(([name, Card]) => (
        <Card key={name} />
      ))}
    </OverviewPage>
  )
}
