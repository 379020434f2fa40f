import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Step } from '#shared/contract/steps.ts'
import classes from './steps.module.css'
import { useLogStep } from './use-steps.ts'

/** Minutes of one working day. A longer step was done on several days, and each needs its own entry. */
const ONE_DAY = 480

/** Logs a done step in the journal, once. */
export function LogButton({ step }: { step: Step }) {
  const { t } = useTranslation('steps')
  const { query } = useApi()
  const format = useFormat()
  const log = useLogStep()
  const found = useQuery(query.journal.totals.queryOptions({ input: { filter: { about: step.uid } } }))
  if (!found.data || step.status !== 'done' || step.minutes === null) return null
  if (found.data.count + found.data.planned.count > 0)
    return <span className={classes.quiet}>{t('action.logged')}</span>
  if (step.minutes === 0 || step.minutes > ONE_DAY) return null
  return (
    <Button
      size="compact-xs"
      variant="light"
      className="no-print"
      loading={log.isPending}
      aria-label={`${t('action.log', { minutes: format.minutes(step.minutes) })}: ${step.title}`}
      onClick={() => log.mutate(step)}
    >
      {t('action.log', { minutes: format.minutes(step.minutes) })}
    </Button>
  )
}
