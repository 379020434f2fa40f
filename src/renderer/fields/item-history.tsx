import { Button, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFieldText } from '#renderer/lib/use-field-text.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { ItemStep, PastItem } from '#shared/contract/history.ts'
import type { ItemType } from '#shared/model/entities.ts'
import classes from './item-history.module.css'
import { QueryGate } from './query-gate.tsx'

/** Changes shown at first, and how many more each time. */
const STEP = 30

/** Fields that mean nothing to a person: an item's position and keys. */
const SILENT = new Set(['position', 'key', 'templateKey'])

/** The changes of one item, newest first: each field before and after. */
export function ItemHistory({ uid }: { uid: string }) {
  const { t } = useTranslation('history')
  const { query } = useApi()
  const [limit, setLimit] = useState(STEP)
  const history = useQuery({
    ...query.history.ofItem.queryOptions({ input: { uid, limit } }),
    placeholderData: keepPreviousData,
  })
  return (
    <QueryGate query={history}>
      {({ type, steps, refs, more }) => {
        const shown = steps.map((step) => ({ ...step, fields: step.fields.filter(({ name }) => !SILENT.has(name)) }))
        const told = shown.filter(({ kind, fields }) => kind !== 'changed' || fields.length > 0)
        return (
          <>
            {told.length === 0 && <Text c="dimmed">{t('item.none')}</Text>}
            <ol className={classes.steps}>
              {told.map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an action may have changed the item more than once
                <Step key={`${step.batchId} ${index}`} step={step} type={type} refs={refs} />
              ))}
            </ol>
            {more && (
              <Button mt="sm" variant="default" loading={history.isFetching} onClick={() => setLimit(limit + STEP)}>
                {t('item.more')}
              </Button>
            )}
          </>
        )
      }}
    </QueryGate>
  )
}

interface StepProps {
  step: ItemStep
  type: ItemType
  refs: readonly PastItem[]
}

function Step({ step: { at, origin, kind, fields }, type, refs }: StepProps) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const words = useFieldText(type, refs)
  return (
    <li className={classes.step}>
      <div className={classes.when}>
        <time dateTime={new Date(at).toISOString()}>{format.instant(at)}</time>
        {origin !== 'user' && <span>{t(`origin.${origin}`)}</span>}
      </div>
      {kind !== 'changed' && t(kind === 'added' ? 'item.added' : 'item.removed')}
      {fields.length > 0 && (
        <div className={classes.fields}>
          {fields.map(({ name, before, after }) => (
            <Fragment key={name}>
              <span className={classes.name}>{words.label(name)}</span>
              <p className={`${classes.value} ${classes.before}`}>
                <span className="visually-hidden">{t('item.before')}</span> {words.value(name, before)}
              </p>
              <p className={classes.value}>
                <span className="visually-hidden">{t('item.after')}</span> {words.value(name, after)}
              </p>
            </Fragment>
          ))}
        </div>
      )}
    </li>
  )
}
