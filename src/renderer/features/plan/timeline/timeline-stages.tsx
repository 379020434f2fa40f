import { Tooltip } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RowOrder } from '#renderer/fields/use-row-order.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { StageView } from '#shared/contract/plan.ts'
import type { PlanData } from '../plan-items.ts'
import classes from './plan-timeline.module.css'
import type { TimeScale } from './timeline-layout.ts'

interface TimelineStagesProps {
  data: PlanData
  scale: TimeScale
  shown: string
  order: RowOrder
  selection: Selection
}

/** Minimal width in percent, so that a very short stage stays visible. */
const MIN_WIDTH = 0.4

const within = (percent: number) => Math.min(100, Math.max(0, percent))

/**
 * Bands of the stages as planned; under them the time they really took and their gates. A band is reordered by keys
 * only, because dragging it along the years would suggest new days.
 */
export function TimelineStages({ data, scale, shown, order, selection }: TimelineStagesProps) {
  const { t } = useTranslation('plan')
  return (
    <>
      <ul className={classes.stages} aria-label={t('timeline.stages')} onKeyDown={order.events.onKeyDown}>
        {data.stages.map((stage) => (
          <StageBand
            key={stage.uid}
            stage={stage}
            scale={scale}
            isPresent={stage.uid === data.presentStageUid}
            isShown={stage.uid === shown}
            onOpen={() => selection.open(stage.uid)}
          />
        ))}
      </ul>
      <ActualTimes data={data} scale={scale} />
    </>
  )
}

interface StageBandProps {
  stage: StageView
  scale: TimeScale
  isPresent: boolean
  isShown: boolean
  onOpen: () => void
}

function StageBand({ stage, scale, isPresent, isShown, onOpen }: StageBandProps) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const left = within(scale.at(stage.plannedStart))
  const width = Math.max(MIN_WIDTH, within(scale.at(stage.plannedEnd)) - left)
  const state = stage.passedOn !== null ? 'passed' : isPresent ? 'present' : 'ahead'
  const title = format.text(stage.title)
  const words = [
    // The visible text of the band: the accessible name must contain it.
    `${stage.position + 1} ${title}`,
    t('timeline.period', { start: format.day(stage.plannedStart), end: format.day(stage.plannedEnd) }),
    stage.passedOn === null
      ? t(`stage.${state as 'present'}`)
      : t('gate.passedOn', { day: format.day(stage.passedOn) }),
  ].join('. ')
  return (
    <li data-row={stage.uid} style={{ left: `${left}%`, width: `${width}%` }}>
      <Tooltip label={words} events={{ hover: true, focus: true, touch: false }} multiline maw={320}>
        <button
          type="button"
          className={classes.band}
          data-state={state}
          aria-pressed={isShown}
          aria-label={words}
          onClick={onOpen}
        >
          {state === 'passed' && <IconCheck size={14} stroke={2.2} aria-hidden />}
          <b>{stage.position + 1}</b> <span>{title}</span>
        </button>
      </Tooltip>
    </li>
  )
}

/** When each stage really began and ended; the bands give the same facts in words. */
function ActualTimes({ data, scale }: { data: PlanData; scale: TimeScale }) {
  const today = useToday()
  const begins = data.stages.map((stage, index) => data.stages[index - 1]?.passedOn ?? stage.plannedStart)
  return (
    <div className={classes.actuals} aria-hidden>
      {data.stages.map((stage, index) => {
        const begin = begins[index] ?? stage.plannedStart
        const isPresent = stage.uid === data.presentStageUid
        const end = stage.passedOn ?? (isPresent && today > begin ? today : null)
        const left = within(scale.at(begin))
        return (
          <div key={stage.uid}>
            {end !== null && (
              <i className={classes.actual} style={{ left: `${left}%`, width: `${within(scale.at(end)) - left}%` }} />
            )}
            <i
              className={classes.gate}
              data-state={stage.passedOn === null ? 'planned' : 'passed'}
              style={{ left: `${within(scale.at(stage.passedOn ?? stage.plannedEnd))}%` }}
            />
          </div>
        )
      })}
    </div>
  )
}
