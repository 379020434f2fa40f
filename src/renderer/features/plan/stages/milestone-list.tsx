import { Button, Checkbox, Text } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RowHandle, RowOrderStatus, useMoveActions } from '#renderer/fields/row-order.tsx'
import { type RowOrder, useRowOrder } from '#renderer/fields/use-row-order.ts'
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

/** The milestones of the first 90 days are reordered among themselves. */
function useMilestoneOrder(milestones: Milestone[]): RowOrder {
  const { client, query } = useApi()
  const order = useMemo(() => milestones.map(({ uid }) => uid), [milestones])
  const first90 = useMemo(
    () => new Set(milestones.filter((milestone) => milestone.first90).map(({ uid }) => uid)),
    [milestones],
  )
  const groupOf = useCallback((uid: string) => (first90.has(uid) ? 'first90' : 'others'), [first90])
  return useRowOrder({
    order,
    groupOf,
    move: ({ uid, to }) => client.milestones.move({ uid, to }),
    reads: query.plan.get.key(),
  })
}

/** The milestones of a stage; those of the first 90 days form a separate list. */
export function MilestoneList({ stage, selection }: { stage: StageView; selection: Selection }) {
  const { t } = useTranslation('plan')
  const order = useMilestoneOrder(stage.milestones)
  const milestones = order.arrange(stage.milestones)
  const first = milestones.filter(({ first90 }) => first90)
  const others = milestones.filter(({ first90 }) => !first90)
  return (
    <div>
      {first.length > 0 && (
        <MilestoneGroup title={t('milestone.first90')} items={first} order={order} selection={selection} />
      )}
      <MilestoneGroup title={t('milestone.group')} items={others} order={order} selection={selection} />
      <RowOrderStatus order={order} />
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
  order: RowOrder
  selection: Selection
}

function MilestoneGroup({ title, items, order, selection }: MilestoneGroupProps) {
  const { t } = useTranslation('plan')
  const done = items.filter(({ doneDay }) => doneDay !== null).length
  return (
    <>
      <SectionTitle title={title} aside={items.length > 0 && t('milestone.progress', { done, count: items.length })} />
      <ul className={classes.list} {...order.events}>
        {items.map((item) => (
          <MilestoneRow
            key={item.uid}
            milestone={item}
            isOpen={selection.item === item.uid}
            order={order}
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
  order: RowOrder
  selection: Selection
}

function MilestoneRow({ milestone, isOpen, order, selection }: MilestoneRowProps) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const now = useToday()
  const change = useMilestoneDay()
  const title = format.text(milestone.title)
  const doneDay = shownDoneDay(milestone, change)
  const state = milestoneState({ ...milestone, doneDay }, now)
  return (
    <li className={classes.row} data-row={milestone.uid} data-open={isOpen} data-state={state}>
      <RowHandle beside />
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
      <MilestoneMenu milestone={milestone} order={order} selection={selection} />
    </li>
  )
}

function MilestoneMenu({ milestone, order, selection }: Omit<MilestoneRowProps, 'isOpen'>) {
  const { t } = useTranslation(['plan', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const title = format.text(milestone.title)
  const remove = useRemove(
    (uid) => client.milestones.remove({ uid }),
    () => selection.item === milestone.uid && selection.open(milestone.stageUid),
  )
  const moves = useMoveActions(order, milestone.uid)
  return (
    <ActionMenu
      label={t('milestone.actions', { title })}
      actions={[
        {
          label: t('common:action.edit'),
          icon: <IconPencil size={16} />,
          run: () => selection.edit(milestone.uid),
        },
        ...moves,
        {
          label: t('common:action.remove'),
          icon: <IconTrash size={16} />,
          run: () => remove.mutate({ uid: milestone.uid, title }),
        },
      ]}
    />
  )
}
