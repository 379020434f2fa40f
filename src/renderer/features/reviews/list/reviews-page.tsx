import { Button } from '@mantine/core'
import { IconCalendarPlus, IconReportAnalytics } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { EmptyState, LoadingState } from '#renderer/ui/states.tsx'
import { usePeriodText } from '../use-period-text.ts'
import { nextReviewStep, type ReviewRow, rowState, toReviewRows } from './review-rows.ts'
import { ReviewTable } from './review-table.tsx'
import classes from './reviews-page.module.css'
import { useStartReview } from './use-start-review.ts'

const NewReviewPanel = lazyPanel(async () => (await import('./new-review-panel.tsx')).NewReviewPanel)
const ReviewGuide = lazyPanel(async () => (await import('../guide/review-guide.tsx')).ReviewGuide, Opening)
const ReviewReader = lazyPanel(async () => (await import('../document/review-reader.tsx')).ReviewReader, Opening)

/** The list of reviews, or the open one: a draft is written, a signed review is read. */
export function ReviewsPage({ selection }: { selection: Selection }) {
  if (selection.item === null || selection.item === 'new') return <ReviewList selection={selection} />
  return <OpenReview key={selection.item} uid={selection.item} selection={selection} />
}

function OpenReview({ uid, selection }: { uid: string; selection: Selection }) {
  const { query } = useApi()
  const review = useQuery(query.reviews.get.queryOptions({ input: { uid } }))
  if (review.data === undefined)
    return (
      <Opening onClose={selection.close}>
        <QueryGate query={review}>{() => null}</QueryGate>
      </Opening>
    )
  return review.data.status === 'draft' ? (
    <ReviewGuide review={review.data} onClose={selection.close} />
  ) : (
    <ReviewReader uid={uid} onClose={selection.close} onOpen={selection.open} />
  )
}

/** The page of a review while its data or code is being loaded. */
function Opening({ onClose, children }: { onClose: () => void; children?: ReactNode }) {
  const { t } = useTranslation(['reviews', 'common'])
  const back = (
    <Button variant="default" onClick={onClose}>
      {t('guide.back')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={back}>
      {children ?? <LoadingState label={t('common:list.loading')} />}
    </Page>
  )
}

function ReviewList({ selection }: { selection: Selection }) {
  const { t } = useTranslation('reviews')
  const { query } = useApi()
  const list = useQuery(query.reviews.list.queryOptions({ input: {} }))
  const years = useQuery(query.reviews.years.queryOptions({ input: {} }))
  const isNew = selection.item === 'new'
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconCalendarPlus size={16} />}
          title={t('list.nextOther')}
          onClick={selection.add}
        >
          {t('create.open')}
        </Button>
      }
      panel={isNew && <NewReviewPanel selection={selection} />}
      panelLabel={t('create.title')}
    >
      <QueryGate query={list}>
        {(lines) => (
          <QueryGate query={years}>
            {(planYears) => <ReviewRows {...toReviewRows(lines, planYears)} selection={selection} />}
          </QueryGate>
        )}
      </QueryGate>
    </Page>
  )
}

interface ReviewRowsProps {
  years: ReviewRow[]
  others: ReviewRow[]
  selection: Selection
}

function ReviewRows({ years, others, selection }: ReviewRowsProps) {
  const { t } = useTranslation('reviews')
  const next = useMemo(() => nextReviewStep({ years, others }), [others, years])
  if (years.length + others.length === 0)
    return (
      <EmptyState
        icon={<IconReportAnalytics size={40} stroke={1.4} />}
        title={t('list.empty.title')}
        text={t('list.empty.text')}
        action={<Button onClick={selection.add}>{t('create.open')}</Button>}
      />
    )
  const isFirst = [...years, ...others].every(({ revisions }) => revisions.length === 0)
  return (
    <div className={classes.list}>
      {next !== null && <NextStep row={next} onOpen={selection.open} />}
      {isFirst && <HowItGoes />}
      {years.length > 0 && (
        <>
          <SectionTitle title={t('list.years')} />
          <ReviewTable rows={years} label={t('list.years')} onOpen={selection.open} />
        </>
      )}
      {others.length > 0 && (
        <>
          <SectionTitle title={t('list.others')} />
          <ReviewTable rows={others} label={t('list.others')} onOpen={selection.open} />
        </>
      )}
    </div>
  )
}

function NextStep({ row, onOpen }: { row: ReviewRow; onOpen: (uid: string) => void }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const start = useStartReview(onOpen)
  const period = usePeriodText()(row.periodStart, row.periodEnd)
  const state = rowState(row)
  const number = row.year?.number ?? 0
  const words = () => {
    if (state === 'draft') return t('list.nextDraft', { period })
    if (state === 'due') return t('list.nextStart', { number, period })
    return t('list.nextWait', { number, day: format.day(row.periodEnd) })
  }
  const newest = row.revisions[0]
  return (
    <section className={classes.next} aria-labelledby="next-step">
      <h2 id="next-step">{t('list.next')}</h2>
      <div className={classes.nextRow}>
        <p>{words()}</p>
        {state === 'draft' && newest && <Button onClick={() => onOpen(newest.uid)}>{t('list.continue')}</Button>}
        {state === 'due' && (
          <Button loading={start.isPending} onClick={() => start.mutate(row)}>
            {t('list.start', { number })}
          </Button>
        )}
      </div>
    </section>
  )
}

const TEACH = ['facts', 'skills', 'reflection', 'focus', 'sign'] as const

function HowItGoes() {
  const { t } = useTranslation('reviews')
  return (
    <section>
      <SectionTitle title={t('list.teachTitle')} />
      <ol className={classes.teach}>
        {TEACH.map((step) => (
          <li key={step}>{t(`list.teach.${step}`)}</li>
        ))}
      </ol>
    </section>
  )
}
