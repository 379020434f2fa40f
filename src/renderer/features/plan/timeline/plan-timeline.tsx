import { Group, SegmentedControl, Text, Title } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowOrder } from '#renderer/fields/use-row-order.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import type { Plan } from '#shared/contract/plan.ts'
import { addYears } from '#shared/domain/calendar/calendar.ts'
import type { Day } from '#shared/model/common.ts'
import type { PlanData } from '../plan-items.ts'
import classes from './plan-timeline.module.css'
import { type TimeScale, timeScale } from './timeline-layout.ts'
import { TimelineMilestones } from './timeline-milestones.tsx'
import { TimelineStages } from './timeline-stages.tsx'
import { TimelineTable } from './timeline-table.tsx'

interface PlanTimelineProps {
  data: PlanData
  plan: Plan
  /** uid of the shown stage. */
  shown: string
  /** The order of the stages. */
  order: RowOrder
  selection: Selection
}

/** The first and last day of anything in the plan, at least its horizon. */
function planPeriod(data: PlanData, plan: Plan): [start: Day, end: Day] {
  const starts = [plan.startDay, ...data.stages.map((stage) => stage.plannedStart)].sort()
  const ends = [
    addYears(plan.startDay, plan.horizonYears),
    ...data.stages.flatMap(({ plannedEnd, passedOn }) => [plannedEnd, passedOn ?? plannedEnd]),
  ].sort()
  return [starts[0] ?? plan.startDay, ends.at(-1) ?? plan.startDay]
}

/** All years of the plan: stages as bands, gates and milestones as marks, planned and done, and today. */
export function PlanTimeline({ data, plan, shown, order, selection }: PlanTimelineProps) {
  const { t } = useTranslation('plan')
  const [view, setView] = useState('scale')
  return (
    <section aria-labelledby="plan-timeline" className={classes.frame}>
      {plan.vision && <Text className={classes.vision}>{plan.vision}</Text>}
      <Group justify="space-between" mb={6}>
        <Title order={2} id="plan-timeline">
          {t('timeline.title')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('timeline.view')}
          value={view}
          onChange={setView}
          data={[
            { value: 'scale', label: t('timeline.scale') },
            { value: 'table', label: t('timeline.table') },
          ]}
        />
      </Group>
      {view === 'table' ? (
        <TimelineTable data={data} selection={selection} />
      ) : (
        <Scale data={data} plan={plan} shown={shown} order={order} selection={selection} />
      )}
    </section>
  )
}

function Scale({ data, plan, shown, order, selection }: PlanTimelineProps) {
  const { t } = useTranslation('plan')
  const today = useToday()
  const { ref, width } = useElementSize()
  const scale = timeScale(...planPeriod(data, plan))
  const now = scale.at(today)
  return (
    <>
      <div className={classes.scroll}>
        <div ref={ref} className={classes.chart}>
          <Axis scale={scale} />
          <TimelineStages data={data} scale={scale} shown={shown} order={order} selection={selection} />
          <TimelineMilestones data={data} scale={scale} width={width} selection={selection} />
          {now >= 0 && now <= 100 && (
            <div className={classes.today} style={{ left: `${now}%` }} aria-hidden>
              <span data-side={now > 90 ? 'before' : 'after'}>{t('timeline.today')}</span>
            </div>
          )}
        </div>
      </div>
      <Legend />
    </>
  )
}

function Axis({ scale }: { scale: TimeScale }) {
  return (
    <div className={classes.axis} aria-hidden>
      {scale.years.map(({ year, at }) => (
        <div key={year} className={classes.year} style={{ left: `${at}%` }}>
          {year}
        </div>
      ))}
    </div>
  )
}

function Legend() {
  const { t } = useTranslation('plan')
  return (
    <ul className={classes.legend} aria-hidden>
      <li>
        <i className={classes.actual} />
        {t('timeline.actual')}
      </li>
      <li>
        <i className={classes.gate} data-state="passed" />
        {t('timeline.gatePassed')}
      </li>
      <li>
        <i className={classes.gate} data-state="planned" />
        {t('timeline.gatePlanned')}
      </li>
      <li>
        <i className={classes.mark} data-state="done" />
        {t('timeline.done')}
      </li>
      <li>
        <i className={classes.mark} data-state="planned" />
        {t('timeline.planned')}
      </li>
      <li>
        <i className={classes.mark} data-state="overdue" />
        {t('timeline.overdue')}
      </li>
    </ul>
  )
}
