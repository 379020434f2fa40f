import { IconAward, IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#renderer/fields/list-page.tsx'
import { PlannedDay } from '#renderer/fields/planned-badge.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { VisibilityIdeas } from '#renderer/fields/visibility-ideas.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useRoles } from '#renderer/lib/use-roles.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import type { RoleSide } from '#shared/model/achievement.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { Scope } from '#shared/model/vocabulary.ts'
import { useEffectLine } from './change-words.ts'
import { useCopyMarkdown } from './use-copy-markdown.ts'
import { useLooks } from './use-looks.tsx'

const AchievementPanel = lazyPanel(async () => (await import('./achievement-panel.tsx')).AchievementPanel)

const marks = ({ roleShift }: ItemView<'achievement'>, side: RoleSide) =>
  Object.values(roleShift).filter((marked) => marked === side).length

function useColumns(): Column<ItemView<'achievement'>>[] {
  const { t } = useTranslation(['achievements', 'vocabulary'])
  const effectLine = useEffectLine()
  const roles = useRoles()
  return useMemo(
    () => [
      {
        key: 'scope',
        secondary: true,
        header: t('field.scope'),
        cell: (item) => t(`vocabulary:scope.${item.scope}`),
        sortBy: (item) => Scope.options.indexOf(item.scope),
      },
      { key: 'effect', prose: true, header: t('column.effect'), optional: true, cell: effectLine },
      {
        key: 'roles',
        header: t('column.roles'),
        optional: true,
        cell: (item) =>
          (['to', 'from'] as const)
            .filter((side) => marks(item, side) > 0)
            .map((side) => t('roleShift.summary', { side: roles[side], count: marks(item, side) }))
            .join(' · '),
        sortBy: (item) => marks(item, 'to') - marks(item, 'from'),
      },
      {
        key: 'day',
        header: t('field.day'),
        align: 'end',
        cell: (item) => <PlannedDay day={item.day} />,
        sortBy: (item) => item.day,
      },
    ],
    [effectLine, roles, t],
  )
}

/** Leadership results, newest first, with what changed and the role they show. */
export function AchievementsPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation(['achievements', 'vocabulary'])
  const { client, query } = useApi()
  const list = useQuery(query.achievements.list.queryOptions({ input: {} }))
  const columns = useColumns()
  const copy = useCopyMarkdown()
  const looks = useLooks(selection)
  return (
    <QueryGate query={list}>
      {(items) => (
        <ListPage
          list="achievements"
          title={t('title')}
          editing={{
            update: client.achievements.updateMany,
            remove: client.achievements.removeMany,
            tagsOf: ({ tags }) => tags,
          }}
          actionsOn={(chosen) => [{ label: t('copy.do'), icon: <IconCopy size={16} />, run: () => copy(chosen) }]}
          newLabel={t('new')}
          actions={items.length > 0 && looks.choice}
          view={looks.view}
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
          empty={{
            icon: <IconAward size={40} stroke={1.4} />,
            title: t('empty.title'),
            text: t('empty.text'),
            ideas: <VisibilityIdeas />,
          }}
          selection={selection}
          panel={selection.item && <AchievementPanel key={selection.item} selection={selection} uid={selection.item} />}
        />
      )}
    </QueryGate>
  )
}
