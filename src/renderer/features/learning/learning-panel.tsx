import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ItemActions } from '#renderer/fields/item-actions.tsx'
import { ItemActivities } from '#renderer/fields/item-activities.tsx'
import { LinkList } from '#renderer/fields/links-field.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { Markdown } from '#renderer/ui/markdown.tsx'
import { Facts, Panel } from '#renderer/ui/panel.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { Learning } from '#shared/model/learning.ts'
import { LearningForm } from './learning-form.tsx'

/** The open learning item: its facts, or its form. */
export function LearningPanel({ uid, selection }: { uid: string; selection: Selection }) {
  const { t } = useTranslation(['learning', 'common'])
  const { query } = useApi()
  const isNew = uid === 'new'
  const item = useQuery({ ...query.learning.get.queryOptions({ input: { uid } }), enabled: !isNew })
  if (isNew)
    return (
      <Panel title={t('new')} closeLabel={t('common:action.close')} onClose={selection.close}>
        <LearningForm item={null} selection={selection} />
      </Panel>
    )
  return (
    <QueryGate query={item}>
      {(data) =>
        selection.editing ? (
          <Panel title={data.title} closeLabel={t('common:action.close')} onClose={selection.close}>
            <LearningForm item={data} selection={selection} />
          </Panel>
        ) : (
          <LearningDetails item={data} selection={selection} />
        )
      }
    </QueryGate>
  )
}

function LearningDetails({ item, selection }: { item: Learning; selection: Selection }) {
  const { t } = useTranslation(['learning', 'vocabulary', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const openItem = useOpenItem()
  const remove = useRemove((uid) => client.learning.remove({ uid }), selection.close)
  return (
    <Panel
      title={item.title}
      overline={t(`vocabulary:learningKind.${item.kind}`)}
      closeLabel={t('common:action.close')}
      onClose={selection.close}
      actions={
        <ItemActions
          onEdit={() => selection.edit(item.uid)}
          onRemove={() => remove.mutate({ uid: item.uid, title: item.title })}
        />
      }
    >
      <Facts
        rows={[
          [t('field.status'), t(`vocabulary:learningStatus.${item.status}`)],
          [t('field.progress'), item.progress > 0 && format.percent(item.progress / 100)],
          [t('field.provider'), item.provider],
          [t('field.startDay'), item.startDay && format.day(item.startDay)],
          [t('field.endDay'), item.endDay && format.day(item.endDay)],
          [t('field.plannedHours'), item.plannedHours],
          [t('field.cost'), item.cost && `${format.number(item.cost.minor / 100, 2)} ${item.cost.currency}`],
          [
            t('field.url'),
            item.url && (
              <Anchor href={item.url} target="_blank" rel="noreferrer noopener" size="sm">
                {item.url}
              </Anchor>
            ),
          ],
          [t('common:tags.title'), item.tags.map((tag) => `#${tag}`).join(' ')],
          [t('common:links.title'), item.refs.length > 0 && <LinkList refs={item.refs} onOpen={openItem} />],
        ]}
      />
      {item.notes && (
        <>
          <SectionTitle title={t('common:notes.title')} />
          <Markdown text={item.notes} />
        </>
      )}
      <ItemActivities uid={item.uid} />
    </Panel>
  )
}
