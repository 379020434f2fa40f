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
import { iceFormula, iceScore } from '#shared/domain/states/ice-score.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { useInitiativeChoices } from './initiative-choices.ts'
import { InitiativeForm } from './initiative-form.tsx'
import { RetroSection } from './retro-section.tsx'
import { useChangeText } from './use-change-text.ts'

type Initiative = ItemView<'initiative'>

/** The open initiative: its expectation and its outcome, or its form. */
export function InitiativePanel({ uid, selection }: { uid: string; selection: Selection }) {
  const { t } = useTranslation('initiatives')
  const { client, query } = useApi()
  const item = useQuery({ ...query.initiatives.get.queryOptions({ input: { uid } }), enabled: uid !== 'new' })
  return (
    <ItemPanel
      selection={selection}
      query={item}
      newTitle={t('new')}
      titleOf={({ title }) => title}
      overlineOf={() => t('one')}
      remove={(removed) => client.initiatives.remove({ uid: removed })}
      form={(data) => <InitiativeForm item={data} selection={selection} />}
      details={(data) => <InitiativeDetails item={data} />}
    />
  )
}

/** The ICE score and its three ratings. */
function Score({ item }: { item: Initiative }) {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const score = iceScore(item)
  if (score === null) return t('ice.missing')
  return (
    <>
      <strong>{format.number(score)}</strong> {`= ${iceFormula(item)}`}
    </>
  )
}

function InitiativeDetails({ item }: { item: Initiative }) {
  const { t } = useTranslation(['initiatives', 'common'])
  const format = useFormat()
  const openItem = useOpenItem()
  const { client } = useApi()
  const choices = useInitiativeChoices()
  const { changeText } = useChangeText(item)
  const named = (uids: (string | null)[]) => {
    const refs = item.refs.filter(({ uid }) => uids.includes(uid))
    return refs.length > 0 && <LinkList refs={refs} onOpen={openItem} />
  }
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
              now={t(`status.${item.status}`)}
              update={client.initiatives.updateMany}
            />,
          ],
          [t('field.score'), <Score key="score" item={item} />],
          [t('field.metric'), named([item.metricUid])],
          [t('field.expectedChange'), item.expectedChange !== null && changeText(item.expectedChange)],
          [t('field.owner'), named([item.ownerUid])],
          [t('field.stakeholders'), named(item.stakeholders)],
          [t('field.startDay'), item.startDay && format.day(item.startDay)],
          [t('field.endDay'), item.endDay && <PlannedDay key="end" day={item.endDay} />],
          [t('common:tags.title'), item.tags.map((tag) => `#${tag}`).join(' ')],
          [t('common:links.title'), named(item.links)],
        ]}
      />
      <MarkdownSection title={t('field.hypothesis')} text={item.hypothesis} />
      <RetroSection item={item} />
      <MarkdownSection title={t('field.lesson')} text={item.lesson} />
      <MarkdownSection title={t('common:notes.title')} text={item.notes} />
      <AttachmentsField ownerUid={item.uid} />
      <ItemActivities item={{ uid: item.uid, type: 'initiative', title: item.title }} />
    </>
  )
}
