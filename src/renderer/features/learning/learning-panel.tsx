import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AttachmentsField } from '#renderer/fields/attachments-field.tsx'
import { ItemActivities } from '#renderer/fields/item-activities.tsx'
import { ItemPanel } from '#renderer/fields/item-panel.tsx'
import { LinkList } from '#renderer/fields/links-field.tsx'
import { PlannedDay } from '#renderer/fields/planned-badge.tsx'
import { QuickChoice } from '#renderer/fields/quick-choice.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MarkdownSection } from '#renderer/ui/markdown-section.tsx'
import { Facts } from '#renderer/ui/panel.tsx'
import { WebLink } from '#renderer/ui/web-link.tsx'
import type { ItemView } from '#shared/model/entities.ts'
import { useLearningChoices } from './learning-choices.ts'
import { LearningForm } from './learning-form.tsx'

/** The open learning item: its facts, or its form. */
export function LearningPanel({ uid, selection }: { uid: string; selection: Selection }) {
  const { t } = useTranslation(['learning', 'vocabulary'])
  const { client, query } = useApi()
  const item = useQuery({ ...query.learning.get.queryOptions({ input: { uid } }), enabled: uid !== 'new' })
  return (
    <ItemPanel
      selection={selection}
      query={item}
      newTitle={t('new')}
      titleOf={({ title }) => title}
      overlineOf={({ kind }) => t(`vocabulary:learningKind.${kind}`)}
      remove={(removed) => client.learning.remove({ uid: removed })}
      form={(data) => <LearningForm item={data} selection={selection} />}
      details={(data) => <LearningDetails item={data} />}
    />
  )
}

function LearningDetails({ item }: { item: ItemView<'learning'> }) {
  const { t } = useTranslation(['learning', 'vocabulary', 'common'])
  const format = useFormat()
  const openItem = useOpenItem()
  const { client } = useApi()
  const choices = useLearningChoices()
  return (
    <>
      <Facts
        rows={[
          [
            t('field.status'),
            <QuickChoice
              key="status"
              item={item}
              choices={choices.status}
              now={t(`vocabulary:learningStatus.${item.status}`)}
              update={client.learning.updateMany}
            />,
          ],
          [
            t('field.progress'),
            <QuickChoice
              key="progress"
              item={item}
              choices={choices.progress}
              now={format.percent(item.progress / 100)}
              update={client.learning.updateMany}
            />,
          ],
          [t('field.provider'), item.provider],
          [t('field.startDay'), item.startDay && format.day(item.startDay)],
          [t('field.endDay'), item.endDay && <PlannedDay key="end" day={item.endDay} />],
          [t('field.plannedHours'), item.plannedHours !== null && format.number(item.plannedHours)],
          [t('field.cost'), item.cost && format.money(item.cost)],
          [t('field.url'), item.url && <WebLink url={item.url} />],
          [t('common:tags.title'), item.tags.map((tag) => `#${tag}`).join(' ')],
          [t('common:links.title'), item.refs.length > 0 && <LinkList refs={item.refs} onOpen={openItem} />],
        ]}
      />
      <MarkdownSection title={t('common:notes.title')} text={item.notes} />
      <AttachmentsField ownerUid={item.uid} />
      <ItemActivities item={{ uid: item.uid, type: 'learning', title: item.title }} />
    </>
  )
}
