import { Anchor, Spoiler, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import classes from './plan-summary.module.css'

/** Pixels of two lines of the summary, its folded height. */
const TWO_LINES = 44

/** What the path is, what the person already brings and what is missing, in the words of the template. */
export function PlanSummary() {
  const { t } = useTranslation('plan')
  const { query } = useApi()
  const format = useFormat()
  const offer = useQuery(query.catalogue.plan.queryOptions({ input: {} }))
  if (offer.data === undefined) return <div className={classes.frame} />
  return (
    <section className={classes.frame} aria-label={t('summary.title')}>
      <Spoiler maxHeight={TWO_LINES} showLabel={t('summary.show')} hideLabel={t('summary.hide')}>
        <Text size="sm" className={classes.text}>
          {format.text(offer.data.head.summary)}
        </Text>
      </Spoiler>
      <Anchor component={Link} to="/role-shift" size="sm">
        {t('summary.roles')}
      </Anchor>
    </section>
  )
}
