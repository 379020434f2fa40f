import { Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import card from '#renderer/ui/card.module.css'
import { sortIntoWeeks } from '#shared/domain/steps/step-weeks.ts'
import { NextSteps } from './next-steps.tsx'
import { StepRows } from './step-rows.tsx'
import { usePresentWeek, useSteps } from './use-steps.ts'

/** Card of the overview: the steps of this week and the best suggestions. */
export function WeekStepsCard() {
  const { t } = useTranslation('steps')
  const steps = useSteps()
  const week = usePresentWeek()
  return (
    <section className={card.card}>
      <div className={card.head}>
        <Title order={2}>{t('card.title')}</Title>
        <Link to="/week">{t('card.toWeek')}</Link>
      </div>
      <QueryGate query={steps}>
        {(all) => {
          const { now, left } = sortIntoWeeks(all, week)
          return (
            <>
              {now.length > 0 && <StepRows steps={now} label={t('card.title')} />}
              {left.length > 0 && (
                <Text size="sm" mt="xs">
                  <Link to="/week">{t('card.left', { count: left.length })}</Link>
                </Text>
              )}
            </>
          )
        }}
      </QueryGate>
      <Title order={3} mt="md" mb={6}>
        {t('next.title')}
      </Title>
      <NextSteps isShort />
    </section>
  )
}
