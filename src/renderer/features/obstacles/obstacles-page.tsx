import { IconBarrierBlock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#renderer/fields/list-page.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { ObstacleStatus } from '#shared/model/vocabulary.ts'
import { useObstacleChoices } from './obstacle-choices.ts'
import { summarizeExperiments } from './summarize-experiments.ts'

const ObstaclePanel = lazyPanel(async () => (await import('./obstacle-panel.tsx')).ObstaclePanel)

const TONES: Record<ItemView<'obstacle'>['status'], Tone> = { open: 'warn', easing: 'active', overcome: 'good' }
const NO_EXPERIMENTS: ItemView<'experiment'>[] = []

function useColumns(experiments: ItemView<'experiment'>[]): Column<ItemView<'obstacle'>>[] {
  const { t } = useTranslation(['obstacles', 'vocabulary'])
  const format = useFormat()
  const today = useToday()
  return useMemo(() => {
    const summaryOf = (item: ItemView<'obstacle'>) =>
      summarizeExperiments(
        experiments.filter(({ obstacleUid }) => obstacleUid === item.uid),
        today,
      )
    return [
      {
        key: 'status',
        secondary: true,
        header: t('field.status'),
        cell: (item) => <StatusBadge tone={TONES[item.status]} label={t(`vocabulary:obstacleStatus.${item.status}`)} />,
        sortBy: (item) => ObstacleStatus.options.indexOf(item.status),
      },
      {
        key: 'experiments',
        header: t('column.experiments'),
        optional: true,
        cell: (item) => {
          const summary = summaryOf(item)
          return (['running', 'closed', 'suggested'] as const)
            .filter((state) => summary[state] > 0)
            .map((state) => t(`summary.${state}`, { count: summary[state] }))
            .join(' · ')
        },
      },
      {
        key: 'review',
        header: t('column.review'),
        align: 'end',
        cell: (item) => {
          const { nextReview } = summaryOf(item)
          if (nextReview === null) return ''
          const isDue = nextReview <= today
          return isDue ? <StatusBadge tone="warn" label={t('experiments.state.due')} /> : format.day(nextReview)
        },
        sortBy: (item) => summaryOf(item).nextReview,
      },
    ]
  }, [experiments, format, t, today])
}

/** The obstacle to show; an experiment that was opened from elsewhere is shown with its obstacle. */
function useObstacleSelection(selection: Selection, experiments: ItemView<'experiment'>[]): [Selection, string | null] {
  return useMemo(() => {
    const experiment = experiments.find(({ uid }) => uid === selection.item)
    if (experiment === undefined) return [selection, null]
    return [{ ...selection, item: experiment.obstacleUid }, experiment.uid]
  }, [experiments, selection])
}

/** What stands in the way, and the experiments against it. */
export function ObstaclesPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation(['obstacles', 'vocabulary'])
  const { client, query } = useApi()
  const format = useFormat()
  const list = useQuery(query.obstacles.list.queryOptions({ input: {} }))
  const experiments = useQuery(query.experiments.list.queryOptions({ input: {} }))
  const columns = useColumns(experiments.data ?? NO_EXPERIMENTS)
  const choices = useObstacleChoices()
  const [shown, experimentUid] = useObstacleSelection(selection, experiments.data ?? NO_EXPERIMENTS)
  const isReady = experiments.data !== undefined && shown.item !== null
  return (
    <QueryGate query={list}>
      {(items) => (
        <ListPage
          list="obstacles"
          title={t('title')}
          editing={{
            update: client.obstacles.updateMany,
            remove: client.obstacles.removeMany,
            choices,
            tagsOf: ({ tags }) => tags,
          }}
          newLabel={t('new')}
          items={items}
          columns={columns}
          nameHeader={t('field.title')}
          nameOf={(item) => format.text(item.title)}
          textOf={(item) => [format.text(item.title), format.text(item.description), ...item.tags].join(' ')}
          facets={{
            label: t('field.status'),
            of: (item) => item.status,
            values: ObstacleStatus.options.map((value) => ({ value, label: t(`vocabulary:obstacleStatus.${value}`) })),
          }}
          initialSort={{ key: 'status', descending: false }}
          empty={{ icon: <IconBarrierBlock size={40} stroke={1.4} />, title: t('empty.title'), text: t('empty.text') }}
          selection={shown}
          panel={
            isReady && (
              <ObstaclePanel key={shown.item} uid={shown.item ?? ''} selection={shown} experimentUid={experimentUid} />
            )
          }
        />
      )}
    </QueryGate>
  )
}
