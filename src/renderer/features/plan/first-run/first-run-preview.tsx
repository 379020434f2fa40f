import { Text, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Client } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { addYears } from '#shared/domain/calendar/calendar.ts'
import { type StagePeriod, scheduleStages } from '#shared/domain/gates/stage-schedule.ts'
import type { Day } from '#shared/model/common.ts'
import { useSpan } from '../span.ts'
import { timeScale } from '../timeline/timeline-layout.ts'
import classes from './first-run.module.css'

export type PlanOffer = Awaited<ReturnType<Client['catalogue']['plan']>>

interface PreviewProps {
  offer: PlanOffer
  startDay: Day
  horizonYears: number
}

/** The result of the answers: the stages on the years of the horizon, and the plan's content in words. */
export function FirstRunPreview({ offer, startDay, horizonYears }: PreviewProps) {
  const { t } = useTranslation('welcome')
  const format = useFormat()
  const periods = scheduleStages(
    startDay,
    horizonYears,
    offer.stages.map(({ share }) => share),
  )
  return (
    <section className={classes.preview} aria-labelledby="first-run-way">
      <Title order={2} id="first-run-way">
        {t('wayTitle', { count: horizonYears })}
      </Title>
      <Text size="sm" mt={6} maw="72ch">
        {format.text(offer.head.summary)}
      </Text>
      <StageScale offer={offer} periods={periods} startDay={startDay} horizonYears={horizonYears} />
      <StageList offer={offer} periods={periods} />
      <Title order={2} mt="xl" mb="xs">
        {t('createdTitle')}
      </Title>
      <CreatedList offer={offer} />
    </section>
  )
}

function StageScale({ periods, startDay, horizonYears }: PreviewProps & { periods: StagePeriod[] }) {
  const scale = timeScale(startDay, addYears(startDay, horizonYears))
  return (
    <div className={classes.scale} aria-hidden>
      {periods.map(({ plannedStart, plannedEnd }, index) => (
        <div
          key={plannedStart}
          className={classes.band}
          style={{ left: `${scale.at(plannedStart)}%`, width: `${scale.at(plannedEnd) - scale.at(plannedStart)}%` }}
        >
          {index + 1}
        </div>
      ))}
      {scale.years.map(({ year, at }) => (
        <div key={year} className={classes.year} style={{ left: `${at}%` }}>
          {year}
        </div>
      ))}
    </div>
  )
}

/** The first sentence, enough to distinguish the stages. */
const firstSentence = (text: string) => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text

function StageList({ offer, periods }: { offer: PlanOffer; periods: StagePeriod[] }) {
  const { t } = useTranslation(['welcome', 'common'])
  const format = useFormat()
  const span = useSpan()
  return (
    <ol className={classes.stages} aria-label={t('wayLabel')}>
      {offer.stages.map((stage, index) => {
        const period = periods[index]
        return (
          <li key={stage.key} className={classes.stage}>
            <span className={classes.number} aria-hidden>
              {stage.number + 1}
            </span>
            <div>
              <Text fw={600}>{format.text(stage.title)}</Text>
              {period && (
                <Text size="sm" c="dimmed">
                  {`${t('common:range', { start: format.month(period.plannedStart), end: format.month(period.plannedEnd) })}, ${span(period.plannedStart, period.plannedEnd)}`}
                </Text>
              )}
              <Text size="sm" mt={2}>
                {firstSentence(format.text(stage.purpose))}
              </Text>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function CreatedList({ offer }: { offer: PlanOffer }) {
  const { t } = useTranslation('welcome')
  const sum = (of: 'milestones' | 'requirements') => offer.stages.reduce((total, stage) => total + stage[of], 0)
  const lines = [
    t('created.stages', { count: offer.stages.length }),
    t('created.requirements', { count: sum('requirements') }),
    t('created.milestones', { count: sum('milestones') }),
    t('created.skills', { count: offer.skills }),
    t('created.obstacles'),
    t('created.catalogue'),
  ]
  return (
    <ul className={classes.created}>
      {lines.map((line) => (
        <li key={line}>
          <IconCheck size={16} stroke={2} aria-hidden className={classes.check} />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  )
}
