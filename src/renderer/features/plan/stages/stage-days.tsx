import { Checkbox, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { StageView } from '#shared/contract/plan.ts'
import { differenceInDays } from '#shared/domain/calendar/calendar.ts'
import { findSeams, shiftFollowing } from '#shared/domain/gates/stage-shift.ts'
import { isCalendarDay } from '#shared/model/common.ts'
import type { PlanData } from '../plan-items.ts'

interface StageDaysProps {
  stage: StageView
  data: PlanData
  /** As typed: maybe no days yet. */
  plannedStart: string | null
  plannedEnd: string | null
  /** What follows moves along. */
  shift: boolean
  onShift: (shift: boolean) => void
}

/** What the days that are typed mean for the other stages: what would move along, or where they would not touch. */
export function StageDays({ stage, data, plannedStart, plannedEnd, shift, onShift }: StageDaysProps) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  if (!isDay(plannedStart) || !isDay(plannedEnd) || plannedEnd < plannedStart) return null
  const following = shiftFollowing(data.stages, stage.uid, plannedEnd)
  const moved = new Map(following.map((one) => [one.uid, one]))
  const stages = shift ? data.stages.map((one) => ({ ...one, ...moved.get(one.uid) })) : data.stages
  const seams = findSeams(stages, stage.uid, { plannedStart, plannedEnd })
  const days = differenceInDays(plannedEnd, stage.plannedEnd)
  return (
    <>
      {following.length > 0 && (
        <Checkbox
          label={t(days > 0 ? 'stage.follow.later' : 'stage.follow.earlier', { count: Math.abs(days) })}
          description={t('stage.follow.hint')}
          checked={shift}
          onChange={(event) => onShift(event.currentTarget.checked)}
        />
      )}
      {shift &&
        following.map((one) => (
          <Text key={one.uid} size="sm" c="dimmed">
            {t('stage.follow.stage', {
              title: format.text(data.stages.find(({ uid }) => uid === one.uid)?.title ?? ''),
              start: format.day(one.plannedStart),
              end: format.day(one.plannedEnd),
            })}
          </Text>
        ))}
      <div role="status">
        {seams.map(({ kind, days: count, stage: { uid, title } }) => (
          <Text key={uid} size="sm" c={kind === 'overlap' ? 'var(--kurs-warn)' : 'dimmed'}>
            {t(`stage.seam.${kind}`, { count, title: format.text(title) })}
          </Text>
        ))}
      </div>
    </>
  )
}

const isDay = (day: string | null): day is string => day !== null && isCalendarDay(day)
