import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '#renderer/lib/today.ts'
import type { ReviewFacts } from '#shared/model/review.ts'
import document from './document.module.css'
import { GrowthSection, PeopleSection } from './document-growth.tsx'
import { HeadingRank } from './document-parts.tsx'
import { GlanceSection, TimeSection } from './document-time.tsx'
import { WaySection } from './document-way.tsx'
import { PreviousFocus } from './review-document.tsx'
import classes from './review-guide.module.css'
import { GuideStep } from './step-rail.tsx'

/** Parts of the document inside the guide: one rank lower and smaller. */
export function EmbeddedFacts({ children }: { children: ReactNode }) {
  return (
    <HeadingRank value={3}>
      <div className={`${document.words} ${document.embedded}`}>{children}</div>
    </HeadingRank>
  )
}

/** What the app gathered about the period. */
export const FactsStep = memo(function FactsStep({ facts }: { facts: ReviewFacts }) {
  const { t } = useTranslation('reviews')
  const today = useToday()
  return (
    <GuideStep step="facts" lead={t('guide.facts.lead')}>
      {facts.totals.activities === 0 && (
        <p className={classes.hint}>
          {t('guide.facts.nothing')}
          <Button size="xs" variant="default" component={Link} to="/journal">
            {t('guide.facts.toJournal')}
          </Button>
        </p>
      )}
      <EmbeddedFacts>
        <GlanceSection facts={facts} asOf={today} />
        <PreviousFocus facts={facts} />
        <TimeSection facts={facts} asOf={today} />
        <WaySection facts={facts} asOf={today} />
        <GrowthSection facts={facts} />
        <PeopleSection people={facts.people} />
      </EmbeddedFacts>
    </GuideStep>
  )
})
