import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { JournalLink } from '#renderer/fields/journal-link.tsx'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import { StepFacts } from '../document/review-document.tsx'
import classes from './review-guide.module.css'
import { GuideStep } from './step-rail.tsx'

/** The facts the app gathered about the period. */
export const FactsStep = memo(function FactsStep({ facts }: { facts: ReviewFacts }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const today = useToday()
  return (
    <GuideStep step="facts" lead={t('guide.facts.lead')}>
      {today < facts.periodEnd && (
        <p className={classes.hint}>{t('guide.facts.soFar', { day: format.day(facts.periodEnd) })}</p>
      )}
      {facts.totals.activities === 0 && (
        <p className={classes.hint}>
          {t('guide.facts.nothing')}
          <Button size="xs" variant="default" component={Link} to="/journal">
            {t('guide.facts.toJournal')}
          </Button>
        </p>
      )}
      {facts.totals.activities > 0 && (
        <p className={classes.hint}>
          <JournalLink filter={{ from: facts.periodStart, to: facts.periodEnd }}>
            {t('guide.facts.inJournal', {
              count: facts.totals.activities,
              lines: format.number(facts.totals.activities),
              hours: format.hours(facts.totals.minutes),
            })}
          </JournalLink>
        </p>
      )}
      <StepFacts step="facts" facts={facts} asOf={today} />
    </GuideStep>
  )
})
