import { IconAward } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#renderer/fields/list-page.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Column } from '#renderer/ui/item-table.tsx'
import type { Achievement } from '#shared/model/achievement.ts'
import { Scope } from '#shared/model/vocabulary.ts'
import { AchievementPanel } from './achievement-panel.tsx'
import { useEffectLine } from './change-words.ts'

const marks = ({ roleShift }: Achievement, side: 'pmo' | 'cto') =>
  Object.values(roleShift).filter((marked) => marked === side).length

function useColumns(): Column<Achievement>[] {
  const { t } = useTranslation(['achievements', 'vocabulary'])
  const format = useFormat()
  const effectLine = useEffectLine()
  return useMemo(
    () => [
      {
        key: 'scope',
        secondary: true,
        header: t('field.scope'),
        cell: (item) => t(`vocabulary:scope.${item.scope}`),
        sortBy: (item) => Scope.options.indexOf(item.scope),
      },
      { key: 'effect', header: t('column.effect'), optional: true, cell: effectLine },
      {
        key: 'roles',
        header: t('column.roles'),
        optional: true,
        cell: (item) =>
          (['cto', 'pmo'] as const)
            .filter((side) => marks(item, side) > 0)
            .map((side) => t('roleShift.summary', { side: t(`vocabulary:roleSide.${side}`), count: marks(item, side) }))
            .join(' · '),
        sortBy: (item) => marks(item, 'cto') - marks(item, 'pmo'),
      },
      {
        key: 'day',
        header: t('field.day'),
        align: 'end',
        cell: (item) => format.day(item.day),
        sortBy: (item) => item.day,
      },
    ],
    [effectLine, format, t],
  )
}

/** Leadership results, newest first, with what moved and the role they speak for. */
export function AchievementsPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation(['achievements', 'vocabulary'])
  const { query } = useApi()
  const list = useQuery(query.achievements.list.queryOptions({ input: {} }))
  const columns = useColumns()
  return (
    <QueryGate query={list}>
      {(items) => (
        <ListPage
          title={t('title')}
          newLabel={t('new')}
          items={items}
          columns={columns}
          nameHeader={t('field.title')}
          nameOf={(item) => item.title}
          textOf={(item) => [item.title, item.metricName, item.situation, item.result, ...item.tags].join(' ')}
          facets={{
            label: t('field.scope'),
            of: (item) => item.scope,
            values: Scope.options.map((value) => ({ value, label: t(`vocabulary:scope.${value}`) })),
          }}
          initialSort={{ key: 'day', descending: true }}
          empty={{ icon: <IconAward size={40} stroke={1.4} />, title: t('empty.title'), text: t('empty.text') }}
          selection={selection}
          panel={selection.item && <AchievementPanel key={selection.item} selection={selection} uid={selection.item} />}
        />
      )}
    </QueryGate>
  )
}
