import { Code } from '@mantine/core'
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
import { useProjectChoices } from './project-choices.ts'
import { ProjectForm } from './project-form.tsx'

/** The open project: its facts, or its form. */
export function ProjectPanel({ uid, selection }: { uid: string; selection: Selection }) {
  const { t } = useTranslation(['projects', 'vocabulary'])
  const { client, query } = useApi()
  const item = useQuery({ ...query.projects.get.queryOptions({ input: { uid } }), enabled: uid !== 'new' })
  return (
    <ItemPanel
      selection={selection}
      query={item}
      newTitle={t('new')}
      titleOf={({ title }) => title}
      overlineOf={({ kind }) => t(`vocabulary:projectKind.${kind}`)}
      remove={(removed) => client.projects.remove({ uid: removed })}
      form={(data) => <ProjectForm item={data} selection={selection} />}
      details={(data) => <ProjectDetails item={data} />}
    />
  )
}

function ProjectDetails({ item }: { item: ItemView<'project'> }) {
  const { t } = useTranslation(['projects', 'vocabulary', 'common'])
  const format = useFormat()
  const openItem = useOpenItem()
  const { client } = useApi()
  const choices = useProjectChoices()
  return (
    <>
      <Facts
        rows={[
          [
            t('field.status'),
            <QuickChoice
              key="status"
              item={item}
              choices={choices}
              now={t(`vocabulary:projectStatus.${item.status}`)}
              update={client.projects.updateMany}
            />,
          ],
          [t('field.nextAction'), item.nextAction && <strong>{item.nextAction}</strong>],
          [t('field.responsibility'), item.responsibility],
          [t('field.stack'), item.stack],
          [t('field.repository'), item.repository && <Code>{item.repository}</Code>],
          [t('field.url'), item.url && <WebLink url={item.url} />],
          [t('field.startDay'), item.startDay && format.day(item.startDay)],
          [t('field.endDay'), item.endDay && <PlannedDay key="end" day={item.endDay} />],
          [t('common:tags.title'), item.tags.map((tag) => `#${tag}`).join(' ')],
          [t('common:links.title'), item.refs.length > 0 && <LinkList refs={item.refs} onOpen={openItem} />],
        ]}
      />
      <MarkdownSection title={t('common:notes.title')} text={item.notes} />
      <AttachmentsField ownerUid={item.uid} />
      <ItemActivities item={{ uid: item.uid, type: 'project', title: item.title }} />
    </>
  )
}
