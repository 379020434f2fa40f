import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AttachmentsField } from '#renderer/fields/attachments-field.tsx'
import { ItemPanel } from '#renderer/fields/item-panel.tsx'
import { LinkList } from '#renderer/fields/links-field.tsx'
import { PlannedDay } from '#renderer/fields/planned-badge.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MarkdownSection } from '#renderer/ui/markdown-section.tsx'
import { Facts } from '#renderer/ui/panel.tsx'
import type { Activity } from '#shared/contract/journal.ts'
import { ActivityForm } from './activity-form.tsx'

/** The open journal entry: its facts, or its form. */
export function ActivityPanel({ uid, selection }: { uid: string; selection: Selection }) {
  const { t } = useTranslation(['journal', 'vocabulary'])
  const { client, query } = useApi()
  const activity = useQuery({ ...query.journal.get.queryOptions({ input: { uid } }), enabled: uid !== 'new' })
  return (
    <ItemPanel
      selection={selection}
      query={activity}
      newTitle={t('new')}
      titleOf={({ title }) => title}
      overlineOf={({ kind }) => (kind === null ? t('vocabulary:noKind') : t(`vocabulary:activityKind.${kind}`))}
      remove={(removed) => client.journal.remove({ uid: removed })}
      form={(item) => <ActivityForm item={item} selection={selection} />}
      details={(item) => <ActivityDetails item={item} />}
    />
  )
}

function ActivityDetails({ item }: { item: Activity }) {
  const { t } = useTranslation(['journal', 'vocabulary', 'common'])
  const format = useFormat()
  const openItem = useOpenItem()
  const { visibilityKind, visibleTo } = item
  const kindWord = visibilityKind === null ? t('field.unsaid') : t(`vocabulary:visibilityKind.${visibilityKind}`)
  const audienceWord = visibleTo === null ? t('field.unsaid') : t(`vocabulary:visibleTo.${visibleTo}`)
  return (
    <>
      <Facts
        rows={[
          [t('field.day'), <PlannedDay key="day" day={item.day} />],
          [t('capture.to.minutes'), format.minutes(item.minutes)],
          [t('field.visibilityKind'), item.kind === 'visibility' && kindWord],
          [t('field.visibleTo'), item.kind === 'visibility' && audienceWord],
          [t('field.links'), item.refs.length > 0 && <LinkList refs={item.refs} onOpen={openItem} />],
          [t('common:tags.title'), item.tags.map((tag) => `#${tag}`).join(' ')],
        ]}
      />
      <MarkdownSection title={t('common:notes.title')} text={item.notes} />
      <AttachmentsField ownerUid={item.uid} />
    </>
  )
}
