import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { JournalFilter, JournalKind } from '#shared/contract/journal.ts'
import { daysInMonth } from '#shared/domain/calendar/calendar.ts'

/** One condition of a filter in words, and what the filter is without it. */
export interface Condition {
  key: string
  text: string
  without: JournalFilter
}

/** The name of a kind, or the words for entries without a kind. */
export function useKindWord(): (kind: JournalKind | null) => string {
  const { t } = useTranslation('vocabulary')
  return (kind) => (kind === null || kind === 'none' ? t('noKind') : t(`activityKind.${kind}`))
}

/** Two days in the fewest words: a year, a month, a day, or a range. Either end may be open. */
function usePeriodWords(): (from: string | undefined, to: string | undefined) => string {
  const { t } = useTranslation(['journal', 'common'])
  const format = useFormat()
  return (from, to) => {
    if (from === undefined) return to === undefined ? '' : t('filter.until', { day: format.day(to) })
    if (to === undefined) return t('filter.since', { day: format.day(from) })
    if (from === to) return format.day(from)
    const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
    if (from === `${year}-01-01` && to === `${year}-12-31`) return t('filter.wholeYear', { year })
    const isMonth = from.endsWith('-01') && to === `${from.slice(0, 8)}${daysInMonth(year, month)}`
    return isMonth ? format.month(from) : t('common:range', { start: format.day(from), end: format.day(to) })
  }
}

/** The title of the item that the filter asks for; null until it is known. */
function useSubject(uid: string | undefined): string | null {
  const { t } = useTranslation('journal')
  const { query } = useApi()
  const format = useFormat()
  const named = useQuery({
    ...query.search.named.queryOptions({ input: { uids: uid === undefined ? [] : [uid] } }),
    enabled: uid !== undefined,
  })
  if (uid === undefined || named.data === undefined) return null
  const ref = named.data.find((one) => one.uid === uid)
  return ref === undefined ? t('filter.gone') : format.title(ref)
}

/** Every condition of a filter, in the order of the filter bar. */
export function useFilterWords(filter: JournalFilter): Condition[] {
  const { t } = useTranslation('journal')
  const kindWord = useKindWord()
  const periodWords = usePeriodWords()
  const { text, kinds = [], about, tag, from, to } = filter
  const subject = useSubject(about)
  const without = (...names: (keyof JournalFilter)[]) =>
    Object.fromEntries(Object.entries(filter).filter(([name]) => !names.includes(name as keyof JournalFilter)))
  const period = periodWords(from, to)
  return [
    ...(text === undefined ? [] : [{ key: 'text', text: t('filter.words', { text }), without: without('text') }]),
    ...kinds.map((kind) => ({
      key: kind,
      text: kindWord(kind),
      without: kinds.length === 1 ? without('kinds') : { ...filter, kinds: kinds.filter((one) => one !== kind) },
    })),
    ...(about === undefined ? [] : [{ key: 'about', text: subject ?? '…', without: without('about') }]),
    ...(tag === undefined ? [] : [{ key: 'tag', text: `#${tag}`, without: without('tag') }]),
    ...(period === '' ? [] : [{ key: 'days', text: period, without: without('from', 'to') }]),
  ]
}
