import { Button, Checkbox, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { today, useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { ActionMenu } from '#renderer/ui/action-menu.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { Milestone, StageView } from '#shared/contract/plan.ts'
import { newItemAddress } from '../plan-items.ts'
import { DayButton } from './day-button.tsx'
import classes from './milestone-list.module.css'
import { shownDoneDay, useMilestoneDay } from './use-milestone-day.ts'
import { milestoneState } from './use-milestone-words.ts'

/** The checklist of a stage; the first 90 days stand by themselves. */
export function MilestoneList({ stage, selection }: { stage: StageView; selection: Selection }) {
  const { t } = useTranslation('plan')
  const first = stage.milestones.filter(({ first90 }) => first90)
  const others = stage.milestones.filter(({ first90 }) => !first90)
  return (
    <div>
      {first.length > 0 && (
        <MilestoneGroup title={t('milestone.first90')} items={first} stage={stage} selection={selection} />
      )}
      <MilestoneGroup title={t('milestone.group')} items={others} stage={stage} selection={selection} />
      {stage.milestones.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('milestone.none')}
        </Text>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        mt="xs"
        leftSection={<IconPlus size={15} />}
        onClick={() => selection.open(newItemAddress('newMilestone', stage.uid))}
      >
        {t('milestone.new')}
      </Button>
    </div>
  )
}

interface MilestoneGroupProps {
  title: string
  items: Milestone[]
  stage: StageView
  selection: Selection
}

function MilestoneGroup({ title, items, stage, selection }: MilestoneGroupProps) {
  const { t } = useTranslation('plan')
  const done = items.filter(({ doneDay }) => doneDay !== null).length
  const placeOf = (item: Milestone | undefined) => stage.milestones.findIndex(({ uid }) => uid === item?.uid)
  return (
    <>
      <SectionTitle title={title} aside={items.length > 0 && t('milestone.progress', { done, count: items.length })} />
      <ul className={classes.list}>
        {items.map((item, index) => (
          <MilestoneRow
            key={item.uid}
            milestone={item}
            isOpen={selection.item === item.uid}
            before={index > 0 ? placeOf(items[index - 1]) : null}
            after={index < items.length - 1 ? placeOf(items[index + 1]) : null}
            selection={selection}
          />
        ))}
      </ul>
    </>
  )
}

interface MilestoneRowProps {
  milestone: Milestone
  isOpen: boolean
  /** Place of the neighbour in the stage, null at the end of the group. */
  before: number | null
  after: number | null
  selection: Selection
}

function MilestoneRow({ milestone, isOpen, before, after, selection }: MilestoneRowProps) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const now = useToday()
  const change = useMilestoneDay()
  const title = format.text(milestone.title)
  const doneDay = shownDoneDay(milestone, change)
  const state = milestoneState({ ...milestone, doneDay }, now)
  return (
    <li className={classes.row} data-open={isOpen} data-state={state}>
      <Checkbox
        aria-label={t('milestone.tick', { title })}
        checked={doneDay !== null}
        onChange={(event) =>
          change.mutate({ milestone, patch: { doneDay: event.currentTarget.checked ? today() : null } })
        }
      />
      <button
        type="button"
        className={classes.title}
        data-uid={milestone.uid}
        onClick={() => selection.open(milestone.uid)}
      >
        {title}
      </button>
      {doneDay === null ? (
        <DayButton
          day={milestone.plannedDay}
          tone={state === 'overdue' ? 'warn' : undefined}
          text={t(state === 'overdue' ? 'milestone.overdueOn' : 'milestone.plannedOn', {
            day: format.day(milestone.plannedDay),
          })}
          label={t('milestone.changePlanned', { title, day: format.day(milestone.plannedDay) })}
          onChange={(plannedDay) => change.mutate({ milestone, patch: { plannedDay } })}
        />
      ) : (
        <DayButton
          day={doneDay}
          text={t('milestone.doneOn', { day: format.day(doneDay) })}
          label={t('milestone.changeDone', { title, day: format.day(doneDay) })}
          max={now}
          onChange={(day) => change.mutate({ milestone, patch: { doneDay: day } })}
        />
      )}
      <MilestoneMenu milestone={milestone} before={before} after={after} selection={selection} />
    </li>
  )
}

function MilestoneMenu({ milestone, before, after, selection }: Omit<MilestoneRowProps, 'isOpen'>) {
  const { t } = useTranslation(['plan', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const title = format.text(milestone.title)
  const remove = useRemove(
    (uid) => client.milestones.remove({ uid }),
    () => selection.item === milestone.uid && selection.open(milestone.stageUid),
  )
  const move = useMutation({ mutationFn: (to: number) => client.milestones.move({ uid: milestone.uid, to }) })
  return (
    <ActionMenu
      label={t('milestone.actions', { title })}
      actions={[
        {
          label: t('common:action.edit'),
          icon: <IconPencil size={16} />,
          run: () => selection.edit(milestone.uid),
        },
        {
          label: t('up'),
          icon: <IconArrowUp size={16} />,
          disabled: before === null,
          run: () => before !== null && move.mutate(before),
        },
        {
          label: t('down'),
          icon: <IconArrowDown size={16} />,
          disabled: after === null,
          run: () => after !== null && move.mutate(after),
        },
        {
          label: t('common:action.remove'),
          icon: <IconTrash size={16} />,
          run: () => remove.mutate({ uid: milestone.uid, title }),
        },
      ]}
    />
  )
}
