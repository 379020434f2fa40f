import { IconBook2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CatalogueButton } from '#renderer/fields/catalogue-drawer.tsx'
import { ListPage } from '#renderer/fields/list-page.tsx'
import { FinishBadge } from '#renderer/fields/planned-badge.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import type { Tone } from '#renderer/ui/status-badge.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { statusOn } from '#shared/domain/calendar/done.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { learningShape } from '#shared/model/learning.ts'
import { useLearningChoices } from './learning-choices.ts'

const LearningPanel = lazyPanel(async () => (await import('./learning-panel.tsx')).LearningPanel)
const LearningCatalogue = lazyPanel(async () => (await import('./learning-catalogue.tsx')).LearningCatalogue)

const TONES: Record<ItemView<'learning'>['status'], Tone> = {
  planned: 'neutral',
  inProgress: 'active',
  done: 'good',
  dropped: 'warn',
}

function useColumns(): Column<ItemView<'learning'>>[] {
  const { t } = useTranslation(['learning', 'vocabulary'])
  const format = useFormat()
  const today = useToday()
  return useMemo(
    () => [
      {
        key: 'kind',
        optional: true,
        header: t('field.kind'),
        cell: (item) => t(`vocabulary:learningKind.${item.kind}`),
        sortBy: (item) => t(`vocabulary:learningKind.${item.kind}`),
      },
      {
        key: 'provider',
        prose: true,
        header: t('column.provider'),
        optional: true,
        cell: (item) => item.provider,
        sortBy: (item) => item.provider,
      },
      {
        key: 'status',
        header: t('field.status'),
        cell: (item) => (
          <FinishBadge item={item} tone={TONES[item.status]} label={t(`vocabulary:learningStatus.${item.status}`)} />
        ),
        sortBy: (item) => learningShape.status.options.indexOf(statusOn(item, today, 'inProgress')),
      },
      {
        key: 'progress',
        optional: true,
        header: t('field.progress'),
        align: 'end',
        cell: (item) => (item.progress > 0 ? format.percent(item.progress / 100) : ''),
        sortBy: (item) => item.progress,
      },
      {
        key: 'end',
        secondary: true,
        header: t('field.endDay'),
        align: 'end',
        cell: (item) => (item.endDay === null ? '' : format.day(item.endDay)),
        sortBy: (item) => item.endDay,
      },
    ],
    [format, t, today],
  )
}

/** Courses, degrees, books, case studies: what is studied, and the progress. */
export function LearningPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation(['learning', 'vocabulary'])
  const { client, query } = useApi()
  const list = useQuery(query.learning.list.queryOptions({ input: {} }))
  const columns = useColumns()
  const choices = useLearningChoices()
  const today = useToday()
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <QueryGate query={list}>
        {(items) => (
          <ListPage
            list="learning"
            title={t('title')}
            editing={{
              update: client.learning.updateMany,
              remove: client.learning.removeMany,
              choices: choices.status,
              tagsOf: ({ tags }) => tags,
            }}
            newLabel={t('new')}
            actions={<CatalogueButton onClick={() => setChoosing(true)} />}
            items={items}
            columns={columns}
            nameHeader={t('field.title')}
            nameOf={(item) => item.title}
            textOf={(item) => [item.title, item.provider, ...item.tags].join(' ')}
            facets={{
              label: t('field.status'),
              of: (item) => statusOn(item, today, 'inProgress'),
              values: learningShape.status.options.map((value) => ({
                value,
                label: t(`vocabulary:learningStatus.${value}`),
              })),
            }}
            empty={{ icon: <IconBook2 size={40} stroke={1.4} />, title: t('empty.title'), text: t('empty.text') }}
            selection={selection}
            panel={selection.item && <LearningPanel key={selection.item} selection={selection} uid={selection.item} />}
          />
        )}
      </QueryGate>
      <LearningCatalogue opened={choosing} onClose={() => setChoosing(false)} onOpenItem={selection.open} />
    </>
  )
}
