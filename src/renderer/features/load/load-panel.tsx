import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AttachmentsField } from '#renderer/fields/attachments-field.tsx'
import { ItemPanel } from '#renderer/fields/item-panel.tsx'
import { JournalLink } from '#renderer/fields/journal-link.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MarkdownSection } from '#renderer/ui/markdown-section.tsx'
import { Facts } from '#renderer/ui/panel.tsx'
import type { LoadEntry } from '#shared/contract/load.ts'
import { LoadForm } from './load-form.tsx'
import { SplitBar } from './split-bar.tsx'
import { useShareWords, useWeekHours, useWeeks } from './use-load.ts'

/** The open week, or its form. */
export function LoadPanel({ uid, selection }: { uid: string; selection: Selection }) {
  const { t } = useTranslation(['load', 'vocabulary'])
  const { client, query } = useApi()
  const format = useFormat()
  const item = useQuery({ ...query.load.get.queryOptions({ input: { uid } }), enabled: uid !== 'new' })
  return (
    <ItemPanel
      selection={selection}
      query={item}
      newTitle={t('new')}
      titleOf={({ week }) => format.week(week)}
      overlineOf={({ outcome }) => (outcome === null ? null : t(`vocabulary:outcome.${outcome}`))}
      remove={(removed) => client.load.remove({ uid: removed })}
      form={(data) => <LoadForm key={data?.uid ?? 'new'} item={data} selection={selection} />}
      details={(data) => <LoadDetails item={data} />}
    />
  )
}

function LoadDetails({ item }: { item: LoadEntry }) {
  const { t } = useTranslation(['load', 'vocabulary'])
  const format = useFormat()
  const { words } = useShareWords()
  const { journal } = useWeeks()
  const { data: hours } = useWeekHours()
  const minutes = hours?.weeks.find(({ week }) => week === item.week)?.minutes ?? 0
  return (
    <>
      <SplitBar shares={item} />
      <p style={{ margin: '6px 0 12px' }}>{words(item)}</p>
      <Facts
        rows={[
          [t('field.outcome'), item.outcome !== null && t(`vocabulary:outcome.${item.outcome}`)],
          [t('freed.label'), item.freedMinutes !== null && (format.minutes(item.freedMinutes) || '0')],
          [
            t('column.hours'),
            <JournalLink key="hours" filter={journal(item.week)}>
              {format.hours(minutes)}
            </JournalLink>,
          ],
        ]}
      />
      <MarkdownSection title={t('field.notes')} text={item.notes} />
      <AttachmentsField ownerUid={item.uid} />
    </>
  )
}
