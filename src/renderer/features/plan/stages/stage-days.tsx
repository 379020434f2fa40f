import { Checkbox, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { StageView } from '#shared/contract/plan.ts'
import { differenceInDays } from '#shared/domain/calendar/calendar.ts'
import { findSeams, type ShiftedStage, shiftFollowing } from '#shared/domain/gates/stage-shift.ts'
import { isCalendarDay } from '#shared/model/common.ts'
import type { PlanData } from '../plan-items.ts'

interface StageDaysProps {
  stage: StageView
  data: PlanData
  /** As typed: days may be missing. */
  plannedStart: string | null
  plannedEnd: string | null
  /** The planned end when the form was opened: only a changed end moves later stages. */
  begun: string | null
  /** Later stages move along. */
  shift: boolean
  onShift: (shift: boolean) => void
}

/**
 * What the typed days mean for the rest of the plan: stages that would move, gaps or overlaps between stages, days
 * outside the plan.
 */
export function StageDays({ stage, data, plannedStart, plannedEnd, begun, shift, onShift }: StageDaysProps) {
  const { t } = useTranslation(['plan', 'errors'])
  const format = useFormat()
  if (!isDay(plannedStart) || !isDay(plannedEnd) || plannedEnd < plannedStart) return null
  const following = plannedEnd === begun ? [] : shiftFollowing(data.stages, stage.uid, plannedEnd)
  if (following === null) return <Text size="sm">{t('errors:field.day.tooFar')}</Text>
  const moved = new Map(following.map((one) => [one.uid, one]))
  const stages = shift ? data.stages.map((one) => ({ ...one, ...moved.get(one.uid) })) : data.stages
  const seams = findSeams(stages, stage.uid, { plannedStart, plannedEnd })
  const outside = stage.milestones.filter(
    ({ doneDay, plannedDay }) => doneDay === null && (plannedDay < plannedStart || plannedDay > plannedEnd),
  )
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
      {shift && following.map((one) => <Moved key={one.uid} stage={one} data={data} />)}
      <div role="status">
        {seams.map(({ kind, days: count, stage: { uid, title } }) => (
          <Text key={uid} size="sm" c={kind === 'overlap' ? 'var(--kurs-warn)' : 'dimmed'}>
            {t(`stage.seam.${kind}`, { count, title: format.text(title) })}
          </Text>
        ))}
        {outside.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('stage.outside', {
              count: outside.length,
              titles: outside.map(({ title }) => format.text(title)).join('; '),
            })}
          </Text>
        )}
      </div>
    </>
  )
}

/** The new days of a moved stage. */
function Moved({ stage, data }: { stage: ShiftedStage; data: PlanData }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const title = format.text(data.stages.find(({ uid }) => uid === stage.uid)?.title ?? '')
  return (
    <Text size="sm" c="dimmed">
      {t('stage.follow.stage', { title, start: format.day(stage.plannedStart), end: format.day(stage.plannedEnd) })}
    </Text>
  )
}

const isDay = (day: string | null): day is string => day !== null && isCalendarDay(day)
