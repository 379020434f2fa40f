import { IconHammer } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#renderer/fields/list-page.tsx'
import { FinishBadge } from '#renderer/fields/planned-badge.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import type { Tone } from '#renderer/ui/status-badge.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { statusOn } from '#shared/domain/calendar/done.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { projectShape } from '#shared/model/project.ts'
import { useProjectChoices } from './project-choices.ts'

const ProjectPanel = lazyPanel(async () => (await import('./project-panel.tsx')).ProjectPanel)

const TONES: Record<ItemView<'project'>['status'], Tone> = {
  idea: 'neutral',
  active: 'active',
  paused: 'warn',
  done: 'good',
  dropped: 'neutral',
}

const STATUSES = projectShape.status.options
/** Active projects first, then those that wait, then those that ended. */
const ORDER: ItemView<'project'>['status'][] = ['active', 'paused', 'idea', 'done', 'dropped']

function useColumns(): Column<ItemView<'project'>>[] {
  const { t } = useTranslation(['projects', 'vocabulary'])
  const today = useToday()
  return useMemo(
    () => [
      {
        key: 'kind',
        header: t('field.kind'),
        optional: true,
        cell: (item) => t(`vocabulary:projectKind.${item.kind}`),
        sortBy: (item) => item.kind,
      },
      {
        key: 'status',
        header: t('field.status'),
        cell: (item) => (
          <FinishBadge item={item} tone={TONES[item.status]} label={t(`vocabulary:projectStatus.${item.status}`)} />
        ),
        sortBy: (item) => ORDER.indexOf(statusOn(item, today, 'active')),
      },
      { key: 'next', prose: true, secondary: true, header: t('field.nextAction'), cell: (item) => item.nextAction },
      {
        key: 'stack',
        prose: true,
        header: t('field.stack'),
        optional: true,
        cell: (item) => item.stack,
        sortBy: (item) => item.stack,
      },
    ],
    [t, today],
  )
}

/** Pet projects and work projects with technical responsibility, each with its next action. */
export function ProjectsPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation(['projects', 'vocabulary'])
  const { client, query } = useApi()
  const list = useQuery(query.projects.list.queryOptions({ input: {} }))
  const columns = useColumns()
  const choices = useProjectChoices()
  const today = useToday()
  return (
    <QueryGate query={list}>
      {(items) => (
        <ListPage
          list="projects"
          title={t('title')}
          editing={{
            update: client.projects.updateMany,
            remove: client.projects.removeMany,
            choices,
            tagsOf: ({ tags }) => tags,
          }}
          newLabel={t('new')}
          items={items}
          columns={columns}
          nameHeader={t('field.title')}
          nameOf={(item) => item.title}
          textOf={(item) => [item.title, item.stack, item.responsibility, item.nextAction, ...item.tags].join(' ')}
          facets={{
            label: t('field.status'),
            of: (item) => statusOn(item, today, 'active'),
            values: STATUSES.map((value) => ({ value, label: t(`vocabulary:projectStatus.${value}`) })),
          }}
          initialSort={{ key: 'status', descending: false }}
          empty={{ icon: <IconHammer size={40} stroke={1.4} />, title: t('empty.title'), text: t('empty.text') }}
          selection={selection}
          panel={selection.item && <ProjectPanel key={selection.item} selection={selection} uid={selection.item} />}
        />
      )}
    </QueryGate>
  )
}
