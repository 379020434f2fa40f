import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AttachmentsField } from '#renderer/fields/attachments-field.tsx'
import { ItemActivities } from '#renderer/fields/item-activities.tsx'
import { ItemPanel } from '#renderer/fields/item-panel.tsx'
import { LinkList } from '#renderer/fields/links-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MarkdownSection } from '#renderer/ui/markdown-section.tsx'
import { Facts } from '#renderer/ui/panel.tsx'
import type { Step } from '#shared/contract/steps.ts'
import { LogButton } from './log-button.tsx'
import { StepForm } from './step-form.tsx'
import { useWeekStart } from './use-steps.ts'

/** The open step, or its form. */
export function StepPanel({ uid, selection }: { uid: string; selection: Selection }) {
  const { t } = useTranslation('steps')
  const { client, query } = useApi()
  const item = useQuery({ ...query.steps.get.queryOptions({ input: { uid } }), enabled: uid !== 'new' })
  return (
    <ItemPanel
      selection={selection}
      query={item}
      newTitle={t('new')}
      titleOf={({ title }) => title}
      overlineOf={({ status }) => t(`status.${status}`)}
      remove={(removed) => client.steps.remove({ uid: removed })}
      form={(data) => <StepForm item={data} selection={selection} />}
      details={(data) => <StepDetails item={data} />}
    />
  )
}

function StepDetails({ item }: { item: Step }) {
  const { t } = useTranslation(['steps', 'common'])
  const format = useFormat()
  const openItem = useOpenItem()
  const startOf = useWeekStart()
  return (
    <>
      <LogButton step={item} />
      <Facts
        rows={[
          [t('field.week'), t('before.from', { day: format.day(startOf(item.week)) })],
          [t('field.minutes'), item.minutes !== null && format.minutes(item.minutes)],
          [t('field.endDay'), item.endDay && format.day(item.endDay)],
          [t('field.reason'), item.reason],
          [t('common:tags.title'), item.tags.map((tag) => `#${tag}`).join(' ')],
          [t('common:links.title'), item.refs.length > 0 && <LinkList refs={item.refs} onOpen={openItem} />],
        ]}
      />
      <MarkdownSection title={t('field.notes')} text={item.notes} />
      <AttachmentsField ownerUid={item.uid} />
      <ItemActivities item={{ ...item, type: 'step' }} />
    </>
  )
}
