import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '#renderer/lib/today.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import { StepFacts } from '../document/review-document.tsx'
import classes from './review-guide.module.css'
import { GuideStep } from './step-rail.tsx'

/** What changed because of the person, and the obstacles. */
export const ImpactStep = memo(function ImpactStep({ facts }: { facts: ReviewFacts }) {
  const { t } = useTranslation('reviews')
  const today = useToday()
  return (
    <GuideStep step="impact" lead={t('guide.impact.lead')}>
      {facts.achievements.length === 0 && (
        <p className={classes.hint}>
          {t('guide.impact.noAchievements')}
          <Button size="xs" variant="default" component={Link} to="/achievements">
            {t('guide.impact.addAchievement')}
          </Button>
        </p>
      )}
      {facts.experiments.length === 0 && (
        <p className={classes.hint}>
          {t('guide.impact.noObstacles')}
          <Button size="xs" variant="default" component={Link} to="/obstacles">
            {t('guide.impact.openObstacles')}
          </Button>
        </p>
      )}
      <StepFacts step="impact" facts={facts} asOf={today} />
    </GuideStep>
  )
})
