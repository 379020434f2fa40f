import { Checkbox, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ItemActions } from '#renderer/fields/item-actions.tsx'
import { ItemActivities } from '#renderer/fields/item-activities.tsx'
import { LinkList } from '#renderer/fields/links-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { MarkdownSection } from '#renderer/ui/markdown-section.tsx'
import { Facts, Panel } from '#renderer/ui/panel.tsx'
import type { Milestone } from '#shared/contract/plan.ts'
import type { PlanData } from '../plan-items.ts'
import { MilestoneForm } from './milestone-form.tsx'
import { shownDoneDay, useMilestoneDay } from './use-milestone-day.ts'

interface MilestonePanelProps {
  milestone: Milestone
  data: PlanData
  selection: Selection
}

/** The open milestone: how to check that it is done, its days, its links. */
export function MilestonePanel({ milestone, data, selection }: MilestonePanelProps) {
  const { t } = useTranslation(['plan', 'vocabulary', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const remove = useRemove((uid) => client.milestones.remove({ uid }), selection.close)
  const title = format.text(milestone.title)
  const frame = { closeLabel: t('common:action.close'), onClose: selection.close }
  const stage = data.stages.find(({ uid }) => uid === milestone.stageUid)
  if (selection.editing && stage)
    return (
      <Panel key="form" title={title} {...frame}>
        <MilestoneForm milestone={milestone} stage={stage} data={data} selection={selection} />
      </Panel>
    )
  return (
    <Panel
      key="details"
      title={title}
      overline={t(milestone.first90 ? 'milestone.first90' : 'vocabulary:itemType.milestone')}
      actions={
        <ItemActions
          item={{ uid: milestone.uid, title }}
          onEdit={() => selection.edit(milestone.uid)}
          onRemove={() => remove.mutate({ uid: milestone.uid, title })}
        />
      }
      {...frame}
    >
      <MilestoneDetails milestone={milestone} />
    </Panel>
  )
}

function MilestoneDetails({ milestone }: { milestone: Milestone }) {
  const { t } = useTranslation(['plan', 'common'])
  const format = useFormat()
  const openItem = useOpenItem()
  const change = useMilestoneDay()
  const links = milestone.refs.filter(({ uid }) => milestone.links.includes(uid))
  const check = format.text(milestone.check)
  return (
    <>
      <Checkbox
        mb="md"
        label={t('milestone.isDone')}
        checked={shownDoneDay(milestone, change) !== null}
        onChange={(event) =>
          change.mutate({ milestone, patch: { doneDay: event.currentTarget.checked ? today() : null } })
        }
      />
      {check && (
        <>
          <Text size="sm" c="dimmed">
            {t('milestone.check')}
          </Text>
          <Text mb="md">{check}</Text>
        </>
      )}
      <Facts
        rows={[
          [t('milestone.plannedDay'), format.day(milestone.plannedDay)],
          [t('milestone.doneDay'), milestone.doneDay && format.day(milestone.doneDay)],
          [t('common:links.title'), links.length > 0 && <LinkList refs={links} onOpen={openItem} />],
        ]}
      />
      <MarkdownSection title={t('common:notes.title')} text={milestone.notes} />
      <ItemActivities item={{ uid: milestone.uid, type: 'milestone', title: milestone.title }} />
    </>
  )
}
