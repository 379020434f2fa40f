import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AttachmentsField } from '#renderer/fields/attachments-field.tsx'
import { ItemActivities } from '#renderer/fields/item-activities.tsx'
import { ItemPanel } from '#renderer/fields/item-panel.tsx'
import { LinkList } from '#renderer/fields/links-field.tsx'
import { QuickChoice } from '#renderer/fields/quick-choice.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { Markdown } from '#renderer/ui/markdown.tsx'
import { MarkdownSection } from '#renderer/ui/markdown-section.tsx'
import { Facts } from '#renderer/ui/panel.tsx'
import type { ItemView } from '#shared/model/entities.ts'
import { ExperimentsSection } from './experiments-section.tsx'
import { useObstacleChoices } from './obstacle-choices.ts'
import { ObstacleForm } from './obstacle-form.tsx'

interface ObstaclePanelProps {
  uid: string
  selection: Selection
  /** The experiment to scroll to, null = none. */
  experimentUid: string | null
}

/** The open obstacle with its experiments, or its form. */
export function ObstaclePanel({ uid, selection, experimentUid }: ObstaclePanelProps) {
  const { t } = useTranslation(['obstacles', 'vocabulary'])
  const { client, query } = useApi()
  const format = useFormat()
  const item = useQuery({ ...query.obstacles.get.queryOptions({ input: { uid } }), enabled: uid !== 'new' })
  return (
    <ItemPanel
      selection={selection}
      query={item}
      newTitle={t('new')}
      titleOf={({ title }) => format.text(title)}
      overlineOf={() => t('vocabulary:itemType.obstacle')}
      remove={(removed) => client.obstacles.remove({ uid: removed })}
      form={(data) => <ObstacleForm item={data} selection={selection} />}
      details={(data) => <ObstacleDetails item={data} experimentUid={experimentUid} />}
    />
  )
}

function ObstacleDetails({ item, experimentUid }: { item: ItemView<'obstacle'>; experimentUid: string | null }) {
  const { t } = useTranslation(['obstacles', 'vocabulary', 'common'])
  const format = useFormat()
  const openItem = useOpenItem()
  const { client } = useApi()
  const choices = useObstacleChoices()
  return (
    <>
      <Facts
        rows={[
          [
            t('field.status'),
            <QuickChoice
              key="status"
              item={{ uid: item.uid, title: format.text(item.title) }}
              choices={choices}
              now={t(`vocabulary:obstacleStatus.${item.status}`)}
              update={client.obstacles.updateMany}
            />,
          ],
          [t('common:tags.title'), item.tags.map((tag) => `#${tag}`).join(' ')],
          [t('common:links.title'), item.refs.length > 0 && <LinkList refs={item.refs} onOpen={openItem} />],
        ]}
      />
      {format.text(item.description) !== '' && <Markdown text={format.text(item.description)} />}
      <ExperimentsSection obstacleUid={item.uid} experimentUid={experimentUid} />
      <MarkdownSection title={t('common:notes.title')} text={item.notes} />
      <AttachmentsField ownerUid={item.uid} />
      <ItemActivities item={{ uid: item.uid, type: 'obstacle', title: item.title }} />
    </>
  )
}
