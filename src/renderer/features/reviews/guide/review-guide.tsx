import { Button, Group } from '@mantine/core'
import { IconArrowLeft, IconBook, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { Page } from '#renderer/ui/page.tsx'
import type { Review } from '#shared/contract/reviews.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import { usePeriodText } from '../use-period-text.ts'
import { FactsStep } from './facts-step.tsx'
import { FocusStep } from './focus-step.tsx'
import { ImpactStep } from './impact-step.tsx'
import { ReflectionStep } from './reflection-step.tsx'
import classes from './review-guide.module.css'
import { SaveStatus } from './save-status.tsx'
import { SignStep } from './sign-step.tsx'
import { SkillsStep } from './skills-step.tsx'
import { StepRail } from './step-rail.tsx'
import { type ReviewDraft, useReviewDraft } from './use-review-draft.ts'

interface ReviewGuideProps {
  review: Review
  onClose: () => void
}

/** A draft step by step on one page: from the facts to the signing. */
export function ReviewGuide({ review, onClose }: ReviewGuideProps) {
  const { t } = useTranslation('reviews')
  const { query } = useApi()
  const draft = useReviewDraft(review)
  const { periodStart, periodEnd, revision } = review
  const period = usePeriodText()(periodStart, periodEnd)
  const facts = useQuery(query.reviews.facts.queryOptions({ input: { periodStart, periodEnd } }))
  return (
    <Page
      title={t('guide.title', { period })}
      lead={
        <Group gap="md">
          {t('guide.draft', { number: revision })}
          <SaveStatus state={draft.state} onRetry={() => void draft.flush()} />
        </Group>
      }
      actions={<GuideActions review={review} period={period} onClose={onClose} />}
    >
      <QueryGate query={facts}>{(data) => <Steps review={review} draft={draft} facts={data} />}</QueryGate>
    </Page>
  )
}

function GuideActions({ review, period, onClose }: ReviewGuideProps & { period: string }) {
  const { t } = useTranslation('reviews')
  const { client } = useApi()
  const remove = useRemove((uid) => client.reviews.remove({ uid }), onClose)
  return (
    <>
      <Button variant="subtle" leftSection={<IconArrowLeft size={16} />} onClick={onClose}>
        {t('guide.back')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} />}
        loading={remove.isPending}
        onClick={() => remove.mutate({ uid: review.uid, title: t('guide.title', { period }) })}
      >
        {t('guide.remove')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconBook size={16} />}
        component={Link}
        to={`/reviews/${review.uid}/read`}
      >
        {t('guide.read')}
      </Button>
    </>
  )
}

interface StepsProps {
  review: Review
  draft: ReviewDraft
  facts: ReviewFacts
}

function Steps({ review, draft, facts }: StepsProps) {
  const answered = review.answers.filter(({ key }) => draft.answers[key]?.trim()).length
  const counts = {
    minutes: facts.totals.minutes,
    notRated: facts.skillsNotRated.length,
    achievements: facts.achievements.length,
    answered,
    questions: review.answers.length,
    lines: draft.lines.filter(({ text }) => typeof text !== 'string' || text.trim() !== '').length,
  }
  return (
    <div className={classes.guide}>
      <StepRail counts={counts} />
      <div className={classes.steps}>
        <FactsStep facts={facts} />
        <SkillsStep facts={facts} />
        <ImpactStep facts={facts} />
        <ReflectionStep asked={review.answers} draft={draft} />
        <FocusStep draft={draft} />
        <SignStep review={review} counts={counts} flush={draft.flush} />
      </div>
    </div>
  )
}
