import { useTranslation } from 'react-i18next'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { finishOf, isDone } from '#shared/domain/calendar/done.ts'
import type { Day } from '#shared/model/common.ts'

/** Marks a future day, whose item is not counted yet; nothing for every other day. */
export function PlannedBadge({ day }: { day: Day }) {
  const { t } = useTranslation('common')
  if (isDone(day, useToday())) return null
  return <StatusBadge tone="neutral" label={t('planned.badge')} />
}

/** A full date, marked if it is in the future. */
export function PlannedDay({ day }: { day: Day }) {
  const format = useFormat()
  return (
    <>
      {format.day(day)} <PlannedBadge day={day} />
    </>
  )
}

interface FinishBadgeProps {
  item: { status: string; endDay: Day | null }
  /** The status in words, and its tone, shown when there is nothing more important to say. */
  label: string
  tone: Tone
}

/** A status as a badge; if the status is "done" but its day is in the future or missing, it says so. */
export function FinishBadge({ item, label, tone }: FinishBadgeProps) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const finish = finishOf(item, useToday())
  if (finish === 'undated') return <StatusBadge tone="warn" label={t('planned.undated', { status: label })} />
  if (finish === 'planned' && item.endDay !== null)
    return <StatusBadge tone="neutral" label={t('planned.until', { day: format.shortDay(item.endDay) })} />
  return <StatusBadge tone={tone} label={label} />
}
