import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useSpareTime } from '#renderer/lib/use-spare-time.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { Page } from '#renderer/ui/page.tsx'
import type { Overview } from '#shared/contract/overview.ts'
import { DueList } from './due-list.tsx'
import classes from './overview.module.css'
import { RecentLines } from './recent-lines.tsx'
import { StageCard } from './stage-card.tsx'
import { WeekCard } from './week-card.tsx'
import { YearSection } from './year-section.tsx'

/**
 * The present stage, what is missing, what is due, and what was done; `children` are cards of other features, which are
 * loaded later.
 */
export function OverviewPage({ children }: { children?: ReactNode }) {
  const { query } = useApi()
  const { settings } = useWorkspace()
  const today = useToday()
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const overview = useQuery({
    ...query.overview.get.queryOptions({ input: { year, weekStartsOn: settings.weekStartsOn } }),
    placeholderData: keepPreviousData,
  })
  return (
    <QueryGate query={overview}>
      {(data) => <OverviewContent data={data} onYear={setYear} cards={children} />}
    </QueryGate>
  )
}

interface OverviewContentProps {
  data: Overview
  onYear: (year: number) => void
  cards: ReactNode
}

function OverviewContent({ data, onYear, cards }: OverviewContentProps) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const hasTime = useSpareTime()
  const lead =
    data.plan &&
    t('lead', {
      from: format.text(data.plan.fromRole),
      to: format.text(data.plan.toRole),
      end: format.day(data.plan.endDay),
    })
  return (
    <Page title={t('title')} lead={lead}>
      <div className={classes.grid}>
        <div className={classes.column}>
          <StageCard stage={data.stage} hasPlan={data.plan !== null} />
          {data.stage !== null && <div className={classes.cards}>{hasTime && cards}</div>}
        </div>
        <div className={classes.column}>
          <DueList due={data.due} />
          <WeekCard week={data.week} />
        </div>
      </div>
      <YearSection year={data.year} onYear={onYear} />
      <RecentLines lines={data.recent} inbox={data.inbox} />
    </Page>
  )
}
