import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { localDay } from '#shared/domain/calendar/calendar.ts'
import { usePeriodText } from '../use-period-text.ts'
import { type ReviewRow, type ReviewRowState, rowState } from './review-rows.ts'
import classes from './reviews-page.module.css'
import { useStartReview } from './use-start-review.ts'

interface ReviewTableProps {
  rows: ReviewRow[]
  label: string
  onOpen: (uid: string) => void
}

/** Periods with their state, their revisions and what to do next. */
export function ReviewTable({ rows, label, onOpen }: ReviewTableProps) {
  const { t } = useTranslation('reviews')
  const hasYears = rows.some(({ year }) => year !== null)
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {hasYears && <th scope="col">{t('list.column.year')}</th>}
          <th scope="col">{t('list.column.period')}</th>
          <th scope="col">{t('list.column.state')}</th>
          <th scope="col">{t('list.column.figures')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('list.column.action')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={`${row.periodStart} ${row.revisions[0]?.uid ?? ''}`}
            row={row}
            hasYears={hasYears}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  )
}

const TONES: Record<ReviewRowState, Tone> = { running: 'neutral', due: 'warn', draft: 'active', signed: 'good' }

function Row({ row, hasYears, onOpen }: { row: ReviewRow; hasYears: boolean; onOpen: (uid: string) => void }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const period = usePeriodText()(row.periodStart, row.periodEnd)
  const state = rowState(row)
  const totals = row.revisions.find((revision) => revision.totals !== null)?.totals
  return (
    <tr>
      {hasYears && <td className={classes.number}>{row.year?.number}</td>}
      <td>
        {period}
        {row.revisions.length > 1 && <Revisions row={row} onOpen={onOpen} />}
      </td>
      <td>
        <StatusBadge tone={TONES[state]} label={t(`list.state.${state}`)} />
      </td>
      <td className={classes.quiet}>
        {totals &&
          t('list.figures', { hours: format.hours(totals.minutes), days: format.number(totals.activeDays, 0) })}
      </td>
      <td>
        <RowAction row={row} state={state} onOpen={onOpen} />
      </td>
    </tr>
  )
}

interface RowActionProps {
  row: ReviewRow
  state: ReviewRowState
  onOpen: (uid: string) => void
}

function RowAction({ row, state, onOpen }: RowActionProps) {
  const { t } = useTranslation('reviews')
  const start = useStartReview(onOpen)
  const period = usePeriodText()(row.periodStart, row.periodEnd)
  const newest = row.revisions[0]
  if (newest !== undefined) {
    const words = t(newest.status === 'draft' ? 'list.continue' : 'list.read')
    return (
      <Button size="xs" variant="default" aria-label={`${words}: ${period}`} onClick={() => onOpen(newest.uid)}>
        {words}
      </Button>
    )
  }
  const words = state === 'running' ? t('list.startEarly') : t('list.startShort')
  return (
    <Button
      size="xs"
      variant={state === 'running' ? 'subtle' : 'default'}
      aria-label={`${words}: ${period}`}
      loading={start.isPending}
      onClick={() => start.mutate(row)}
    >
      {words}
    </Button>
  )
}

function Revisions({ row, onOpen }: { row: ReviewRow; onOpen: (uid: string) => void }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  return (
    <ul className={classes.chain} aria-label={t('list.revisions')}>
      {row.revisions.map(({ uid, revision, signedAt }) => (
        <li key={uid}>
          <button type="button" onClick={() => onOpen(uid)}>
            {signedAt === null
              ? t('list.revisionDraft', { number: revision })
              : t('list.revisionSigned', { number: revision, day: format.day(localDay(signedAt)) })}
          </button>
        </li>
      ))}
    </ul>
  )
}
