import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { LeftOut, RequirementView } from '#shared/contract/plan.ts'
import type { ItemRef } from '#shared/model/entities.ts'
import classes from './gate-section.module.css'

/** The items a requirement counts, and done items that it does not count: the answer to "why 1 of 2?". */
export function CountedItems({ requirement }: { requirement: RequirementView }) {
  const { t } = useTranslation('plan')
  const { query } = useApi()
  const counted = useQuery(query.plan.counted.queryOptions({ input: { requirementUid: requirement.uid } }))
  return (
    <>
      <section>
        <SectionTitle title={t('requirement.counted')} aside={counted.data?.items.length} />
        <QueryGate query={counted}>
          {({ items }) =>
            items.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('requirement.nothingCounted')}
              </Text>
            ) : (
              <ul className={classes.list}>
                {items.map((item) => (
                  <CountedItem key={item.uid} item={item} />
                ))}
              </ul>
            )
          }
        </QueryGate>
      </section>
      {counted.data !== undefined && counted.data.leftOut.length > 0 && <LeftOutItems items={counted.data.leftOut} />}
    </>
  )
}

function LeftOutItems({ items }: { items: LeftOut[] }) {
  const { t } = useTranslation('plan')
  return (
    <section>
      <SectionTitle title={t('requirement.leftOut')} />
      <ul className={classes.list}>
        {items.map(({ item, why }) => (
          <CountedItem key={item.uid} item={item} why={t(`requirement.left.${why}`)} />
        ))}
      </ul>
    </section>
  )
}

function CountedItem({ item, why }: { item: ItemRef; why?: string }) {
  const format = useFormat()
  const openItem = useOpenItem()
  return (
    <li className={classes.counted}>
      <div>
        <button type="button" className={classes.title} onClick={() => openItem(item)}>
          {format.text(item.title)}
        </button>
        {why !== undefined && <div className={classes.reason}>{why}</div>}
      </div>
      {item.day !== null && <span className={classes.state}>{format.day(item.day)}</span>}
    </li>
  )
}
