import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ItemActions } from '#renderer/fields/item-actions.tsx'
import { LinkList } from '#renderer/fields/links-field.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { Markdown } from '#renderer/ui/markdown.tsx'
import { Facts, Panel } from '#renderer/ui/panel.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { Activity } from '#shared/model/activity.ts'
import { ActivityForm } from './activity-form.tsx'

/** The open journal line: its facts, or its form. */
export function ActivityPanel({ uid, selection }: { uid: string; selection: Selection }) {
  const { t } = useTranslation(['journal', 'common'])
  const { query } = useApi()
  const isNew = uid === 'new'
  const activity = useQuery({ ...query.journal.get.queryOptions({ input: { uid } }), enabled: !isNew })
  const frame = (title: string, item: Activity | null) => (
    <Panel title={title} closeLabel={t('common:action.close')} onClose={selection.close}>
      <ActivityForm item={item} selection={selection} />
    </Panel>
  )
  if (isNew) return frame(t('new'), null)
  return (
    <QueryGate query={activity}>
      {(item) => (selection.editing ? frame(item.title, item) : <ActivityDetails item={item} selection={selection} />)}
    </QueryGate>
  )
}

function ActivityDetails({ item, selection }: { item: Activity; selection: Selection }) {
  const { t } = useTranslation(['journal', 'vocabulary', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const openItem = useOpenItem()
  const remove = useRemove((uid) => client.journal.remove({ uid }), selection.close)
  return (
    <Panel
      title={item.title}
      overline={item.kind === null ? t('vocabulary:noKind') : t(`vocabulary:activityKind.${item.kind}`)}
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
          [t('field.day'), format.day(item.day)],
          [t('field.minutes'), format.minutes(item.minutes)],
          [t('field.links'), item.refs.length > 0 && <LinkList refs={item.refs} onOpen={openItem} />],
          [t('common:tags.title'), item.tags.map((tag) => `#${tag}`).join(' ')],
        ]}
      />
      {item.notes && (
        <>
          <SectionTitle title={t('common:notes.title')} />
          <Markdown text={item.notes} />
        </>
      )}
    </Panel>
  )
}
