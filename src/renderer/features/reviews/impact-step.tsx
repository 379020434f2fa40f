import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewFacts } from '#shared/model/review.ts'
import { AchievementsSection, MetricsSection, ObstaclesSection } from './document-impact.tsx'
import { EmbeddedFacts } from './facts-step.tsx'
import classes from './review-guide.module.css'
import { GuideStep } from './step-rail.tsx'

/** What changed because of the person, and what stood in the way. */
export const ImpactStep = memo(function ImpactStep({ facts }: { facts: ReviewFacts }) {
  const { t } = useTranslation('reviews')
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
      <EmbeddedFacts>
        <AchievementsSection achievements={facts.achievements} />
        <MetricsSection metrics={facts.metrics} />
        <ObstaclesSection facts={facts} />
      </EmbeddedFacts>
    </GuideStep>
  )
})
