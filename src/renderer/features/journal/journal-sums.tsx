import { Pill } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { JournalFilter, KindSum } from '#shared/contract/journal.ts'
import { type DayOrder, sumDays } from '#shared/domain/calendar/day-order.ts'
import classes from './journal-sums.module.css'
import type { JournalView } from './journal-view.ts'
import { useFilterWords, useKindWord } from './use-filter-words.ts'

interface JournalSumsProps {
  filter: JournalFilter
  /** null until the first view is read. */
  view: JournalView | null
  onChange: (filter: JournalFilter) => void
}

/** Kinds named one by one; the others are summed up. */
const NAMED_KINDS = 4

/** The number of entries and their time, with planned ones counted separately. */
function useFigures(): (order: DayOrder) => string {
  const { t } = useTranslation('journal')
  const format = useFormat()
  const today = useToday()
  return (order) => {
    const figures = ({ lines, minutes }: { lines: number; minutes: number }) => ({
      count: lines,
      lines: format.number(lines),
      hours: format.hours(minutes),
    })
    const { done, planned } = sumDays(order, today)
    const lead = t('lead', figures(done))
    return planned.lines === 0 ? lead : `${lead} · ${t('leadPlanned', figures(planned))}`
  }
}

/** Total of the journal, the active conditions, and the split by kind. */
export function JournalSums({ filter, view, onChange }: JournalSumsProps) {
  const { t } = useTranslation('journal')
  const figures = useFigures()
  const conditions = useFilterWords(filter)
  const isStale = view !== null && JSON.stringify(view.filter) !== JSON.stringify(filter)
  return (
    <>
      <div className={classes.sums} aria-busy={isStale}>
        {view !== null && <span>{figures(view.order)}</span>}
        {conditions.length > 0 && <span>{t('filter.of')}</span>}
        {conditions.map(({ key, text, without }) => (
          <Pill
            key={key}
            className={classes.chip ?? ''}
            withRemoveButton
            removeButtonProps={{
              'aria-label': t('filter.remove', { condition: text }),
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() => onChange(without)}
          >
            {text}
          </Pill>
        ))}
        {conditions.length > 0 && (
          <button type="button" className={classes.clear} onClick={() => onChange({})}>
            {t('filter.clear')}
          </button>
        )}
      </div>
      {view !== null && (
        <KindSums filter={view.filter} isStale={isStale} onKind={(kinds) => onChange({ ...filter, kinds })} />
      )}
    </>
  )
}

interface KindSumsProps {
  filter: JournalFilter
  isStale: boolean
  onKind: (kinds: NonNullable<JournalFilter['kinds']>) => void
}

/** Hours done by kind; a click filters the journal by that kind. */
function KindSums({ filter, isStale, onKind }: KindSumsProps) {
  const { t } = useTranslation('journal')
  const { query } = useApi()
  const format = useFormat()
  const kindWord = useKindWord()
  const sums = useQuery({
    ...query.journal.kinds.queryOptions({ input: { filter } }),
    placeholderData: keepPreviousData,
  })
  const kinds = (sums.data ?? []).filter(({ minutes }) => minutes > 0)
  // Keeps its place while the sums are being read, so that the list below does not move.
  if (!sums.isPending && kinds.length < 2) return null
  const named = kinds.length === NAMED_KINDS + 1 ? kinds : kinds.slice(0, NAMED_KINDS)
  const others = kinds.slice(named.length)
  const toKind = ({ kind }: KindSum) => kind ?? ('none' as const)
  return (
    <ul className={classes.kinds} aria-label={t('kindSums')} aria-busy={isStale || sums.isPlaceholderData}>
      {named.map((sum) => (
        <li key={toKind(sum)}>
          <button type="button" className={classes.kind} onClick={() => onKind([toKind(sum)])}>
            {kindWord(sum.kind)} <b>{format.hours(sum.minutes)}</b>
          </button>
        </li>
      ))}
      {others.length > 0 && (
        <li>
          <button type="button" className={classes.kind} onClick={() => onKind(others.map(toKind))}>
            {t('otherKinds', { count: others.length })}{' '}
            <b>{format.hours(others.reduce((sum, { minutes }) => sum + minutes, 0))}</b>
          </button>
        </li>
      )}
    </ul>
  )
}
