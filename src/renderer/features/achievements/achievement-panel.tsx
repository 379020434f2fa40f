import { ActionIcon, Text, Tooltip } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AttachmentsField } from '#renderer/fields/attachments-field.tsx'
import { ItemActivities } from '#renderer/fields/item-activities.tsx'
import { ItemPanel } from '#renderer/fields/item-panel.tsx'
import { LinkList } from '#renderer/fields/links-field.tsx'
import { PlannedDay } from '#renderer/fields/planned-badge.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRoles } from '#renderer/lib/use-roles.ts'
import { MarkdownSection } from '#renderer/ui/markdown-section.tsx'
import { Facts } from '#renderer/ui/panel.tsx'
import type { ItemView } from '#shared/model/entities.ts'
import { RoleShiftCriterion } from '#shared/model/vocabulary.ts'
import { AchievementForm } from './achievement-form.tsx'
import { changeWords, useChangeSentence } from './change-words.ts'
import { useCopyMarkdown } from './use-copy-markdown.ts'

/** The open achievement: its facts, or its form. */
export function AchievementPanel({ uid, selection }: { uid: string; selection: Selection }) {
  const { t } = useTranslation(['achievements', 'vocabulary'])
  const { client, query } = useApi()
  const copy = useCopyMarkdown()
  const item = useQuery({ ...query.achievements.get.queryOptions({ input: { uid } }), enabled: uid !== 'new' })
  return (
    <ItemPanel
      selection={selection}
      query={item}
      newTitle={t('new')}
      titleOf={({ title }) => title}
      overlineOf={({ scope }) => t(`vocabulary:scope.${scope}`)}
      actionsOf={(item) => (
        <Tooltip label={t('copy.do')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('copy.do')} onClick={() => copy([item])}>
            <IconCopy size={18} />
          </ActionIcon>
        </Tooltip>
      )}
      remove={(removed) => client.achievements.remove({ uid: removed })}
      form={(data) => <AchievementForm item={data} selection={selection} />}
      details={(data) => <AchievementDetails item={data} />}
    />
  )
}

function AchievementDetails({ item }: { item: ItemView<'achievement'> }) {
  const { t } = useTranslation(['achievements', 'vocabulary', 'common'])
  const format = useFormat()
  const openItem = useOpenItem()
  const words = changeWords(item, format)
  const isMarked = Object.values(item.roleShift).some((side) => side !== null)
  return (
    <>
      <Facts
        rows={[
          [t('field.day'), <PlannedDay key="day" day={item.day} />],
          [t('field.audience'), item.audience.map((value) => t(`vocabulary:audience.${value}`)).join(', ')],
          [t('field.peopleLed'), item.peopleLed !== null && format.number(item.peopleLed)],
          [t('field.metric'), (words !== null || item.metricName !== '') && <Effect key="effect" item={item} />],
          [t('column.roles'), isMarked && <RoleSides key="roles" item={item} />],
          [t('common:tags.title'), item.tags.map((tag) => `#${tag}`).join(' ')],
          [t('common:links.title'), item.refs.length > 0 && <LinkList refs={item.refs} onOpen={openItem} />],
        ]}
      />
      <MarkdownSection title={t('field.situation')} text={item.situation} />
      <MarkdownSection title={t('field.task')} text={item.task} />
      <MarkdownSection title={t('field.action')} text={item.action} />
      <MarkdownSection title={t('field.result')} text={item.result} />
      <AttachmentsField ownerUid={item.uid} />
      <ItemActivities item={{ uid: item.uid, type: 'achievement', title: item.title }} />
    </>
  )
}

function Effect({ item }: { item: ItemView<'achievement'> }) {
  const format = useFormat()
  const sentence = useChangeSentence()
  const words = changeWords(item, format)
  return (
    <>
      <strong>{[item.metricName, words?.values].filter(Boolean).join(': ')}</strong>
      {words && (
        <Text size="sm" c="dimmed">
          {sentence(words)}
        </Text>
      )}
    </>
  )
}

/** The criteria with an answer, each with the role the achievement shows. */
function RoleSides({ item }: { item: ItemView<'achievement'> }) {
  const { t } = useTranslation('vocabulary')
  const roles = useRoles()
  return RoleShiftCriterion.options.map((criterion) => {
    const side = item.roleShift[criterion]
    if (side === null) return null
    return <div key={criterion}>{`${t(`criterion.${criterion}`)}: ${roles[side]}`}</div>
  })
}
