import { Tooltip } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { focusByArrows } from '#renderer/ui/focus-by-arrows.ts'
import type { Milestone } from '#shared/contract/plan.ts'
import type { PlanData } from '../plan-items.ts'
import { milestoneState, useMilestoneWords } from '../stages/use-milestone-words.ts'
import classes from './plan-timeline.module.css'
import { assignLanes, type TimeScale } from './timeline-layout.ts'

/** Pixels between the centres of two marks in one lane, and between lanes. */
const MARK_GAP = 14

/** All four arrow keys go to the next or previous mark. */
const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

interface TimelineMilestonesProps {
  data: PlanData
  scale: TimeScale
  /** Width of the scale in pixels. */
  width: number
  selection: Selection
}

const dayOf = ({ doneDay, plannedDay }: Milestone) => doneDay ?? plannedDay

/** Marks of all milestones: one stop of the Tab key; arrow keys go from mark to mark by day. */
export function TimelineMilestones({ data, scale, width, selection }: TimelineMilestonesProps) {
  const { t } = useTranslation('plan')
  const today = useToday()
  const words = useMilestoneWords()
  const [current, setCurrent] = useState<string | null>(null)
  const milestones = data.stages
    .flatMap((stage) => stage.milestones)
    .sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.position - b.position)
  const places = milestones.map((milestone) => Math.min(100, Math.max(0, scale.at(dayOf(milestone)))))
  const lanes = assignLanes(places, width > 0 ? (MARK_GAP / width) * 100 : 1)
  const stop = milestones.some(({ uid }) => uid === current) ? current : milestones[0]?.uid
  const height = (Math.max(-1, ...lanes) + 1) * MARK_GAP + 6
  return (
    <ul
      className={classes.milestones}
      style={{ height }}
      aria-label={t('timeline.milestones')}
      onKeyDown={(event) => focusByArrows(event, 'button', STEPS)}
    >
      {milestones.map((milestone, index) => (
        <li key={milestone.uid} style={{ left: `${places[index]}%`, top: (lanes[index] ?? 0) * MARK_GAP + 4 }}>
          <Tooltip label={words(milestone)} events={{ hover: true, focus: true, touch: false }} multiline maw={320}>
            <button
              type="button"
              className={classes.mark}
              data-state={milestoneState(milestone, today)}
              aria-label={words(milestone)}
              aria-pressed={selection.item === milestone.uid}
              tabIndex={milestone.uid === stop ? 0 : -1}
              onFocus={() => setCurrent(milestone.uid)}
              onClick={() => selection.open(milestone.uid)}
            />
          </Tooltip>
        </li>
      ))}
    </ul>
  )
}
