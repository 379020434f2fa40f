import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { ContactState } from '#shared/domain/calendar/cadence.ts'
import { differenceInDays } from '#shared/domain/calendar/calendar.ts'

type Wanted = Exclude<ContactState['state'], 'noRhythm'>

const TONES: Record<Wanted, Tone> = { never: 'neutral', warm: 'good', due: 'warn', cold: 'bad' }
/** Order of the states: cold first; without a cadence nothing is expected. */
const ORDER: ContactState['state'][] = ['cold', 'due', 'never', 'warm', 'noRhythm']

/** Sort key of a contact in a list: the coldest first. */
export const contactOrder = ({ state }: ContactState): number => ORDER.indexOf(state)

/** The state of a contact in one word; nothing without a cadence. */
export function ContactBadge({ state }: { state: ContactState }) {
  const { t } = useTranslation('people')
  if (state.state === 'noRhythm') return null
  return <StatusBadge tone={TONES[state.state]} label={t(`state.${state.state}`)} />
}

/** How long ago the last contact was, in whole days, because a cadence counts in days. */
export function useLastContact(): (day: string, today: string) => string {
  const { t } = useTranslation(['people', 'common'])
  return useCallback(
    (day, today) => (day === today ? t('common:today') : t('daysAgo', { count: differenceInDays(today, day) })),
    [t],
  )
}
