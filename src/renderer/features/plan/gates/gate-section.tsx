import { Anchor, Button, Group, Progress, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFlag, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RowHandle, RowOrderStatus, useMoveActions } from '#renderer/fields/row-order.tsx'
import { type RowOrder, useRowOrder } from '#renderer/fields/use-row-order.ts'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { ActionMenu } from '#renderer/ui/action-menu.tsx'
import { goOnInPage } from '#renderer/ui/arrival.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { RequirementView, StageView } from '#shared/contract/plan.ts'
import { newItemAddress, type PlanData } from '../plan-items.ts'
import classes from './gate-section.module.css'
import { PassGateDialog } from './pass-gate-dialog.tsx'
import { useRequirementWords } from './use-requirement-words.ts'

interface GateSectionProps {
  stage: StageView
  data: PlanData
  selection: Selection
}

/** The gate of a stage: its readiness with the reasons, and the gap of each requirement. */
export function GateSection({ stage, data, selection }: GateSectionProps) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const [why, { toggle }] = useDisclosure()
  const meaning = format.text(stage.gateMeaning)
  return (
    <section aria-labelledby="plan-gate">
      <div id="plan-gate">
        <SectionTitle title={t('gate.title')} />
      </div>
      {meaning && <Text size="sm">{meaning}</Text>}
      {stage.readiness === null ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('gate.none')}
        </Text>
      ) : (
        <Readiness readiness={stage.readiness} why={why} onWhy={toggle} />
      )}
      <Requirements stage={stage} why={why} selection={selection} />
      {why && stage.readiness !== null && <Formula stage={stage} readiness={stage.readiness} />}
      <Group mt="sm" gap="sm">
        <GateAction stage={stage} data={data} selection={selection} />
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => selection.open(newItemAddress('newRequirement', stage.uid))}
        >
          {t('requirement.new')}
        </Button>
      </Group>
    </section>
  )
}

function Readiness({ readiness, why, onWhy }: { readiness: number; why: boolean; onWhy: () => void }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  return (
    <div className={classes.readiness}>
      <span className={classes.percent}>{format.percent(readiness)}</span>
      <Progress value={readiness * 100} size="md" aria-label={t('gate.readiness')} />
      <Anchor component="button" type="button" size="sm" aria-expanded={why} onClick={onWhy}>
        {t(why ? 'gate.whyHide' : 'gate.why')}
      </Anchor>
    </div>
  )
}

function Formula({ stage, readiness }: { stage: StageView; readiness: number }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  return (
    <div className={classes.formula}>
      <Text size="sm" fw={600}>
        {t('gate.sum', { percent: format.percent(readiness, 1) })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('gate.formula', { total: stage.totalWeight })}
      </Text>
    </div>
  )
}

interface RequirementsProps {
  stage: StageView
  why: boolean
  selection: Selection
}

function Requirements({ stage, why, selection }: RequirementsProps) {
  const { client, query } = useApi()
  const { requirements } = stage
  const order = useRowOrder({
    order: useMemo(() => requirements.map(({ uid }) => uid), [requirements]),
    move: ({ uid, to }) => client.requirements.move({ uid, to }),
    reads: query.plan.get.key(),
  })
  return (
    <>
      <ul className={classes.list} {...order.events}>
        {order.arrange(requirements).map((requirement) => (
          <RequirementRow
            key={requirement.uid}
            requirement={requirement}
            stage={stage}
            order={order}
            why={why}
            selection={selection}
          />
        ))}
      </ul>
      <RowOrderStatus order={order} />
    </>
  )
}

interface RequirementRowProps {
  requirement: RequirementView
  stage: StageView
  order: RowOrder
  why: boolean
  selection: Selection
}

function RequirementRow({ requirement, stage, order, why, selection }: RequirementRowProps) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const words = useRequirementWords()
  const { title, state } = words(requirement)
  const { value, weight, contribution } = requirement
  return (
    <li className={classes.row} data-row={requirement.uid} data-open={selection.item === requirement.uid}>
      <RowHandle beside />
      <div>
        <button
          type="button"
          className={classes.title}
          data-uid={requirement.uid}
          onClick={() => selection.open(requirement.uid)}
        >
          {title}
        </button>
        <div className={classes.state}>
          {state}
          {requirement.kind === 'metric' && (
            <Anchor component="button" type="button" size="xs" ml={8} onClick={() => selection.open(requirement.uid)}>
              {t('metric.record')}
            </Anchor>
          )}
        </div>
        {why && (
          <div className={classes.why}>
            {t('gate.part', {
              weight,
              value: format.percent(value, 1),
              total: stage.totalWeight,
              contribution: format.percent(contribution, 1),
            })}
          </div>
        )}
      </div>
      <div className={classes.met} data-met={value === 1}>
        <Progress value={value * 100} size="sm" aria-hidden />
        {value === 1 ? t('gate.met') : format.percent(value)}
      </div>
      <RequirementMenu requirement={requirement} title={title} stage={stage} order={order} selection={selection} />
    </li>
  )
}

interface RequirementMenuProps extends Omit<RequirementRowProps, 'why'> {
  title: string
}

function RequirementMenu({ requirement, title, stage, order, selection }: RequirementMenuProps) {
  const { t } = useTranslation(['plan', 'common'])
  const { client } = useApi()
  const remove = useRemove(
    (uid) => client.requirements.remove({ uid }),
    () => selection.item === requirement.uid && selection.open(stage.uid),
  )
  const moves = useMoveActions(order, requirement.uid)
  return (
    <ActionMenu
      label={t('requirement.actions', { title })}
      actions={[
        {
          label: t('common:action.edit'),
          icon: <IconPencil size={16} />,
          run: () => selection.edit(requirement.uid),
        },
        ...moves,
        {
          label: t('common:action.remove'),
          icon: <IconTrash size={16} />,
          run: () => remove.mutate({ uid: requirement.uid, title }),
        },
      ]}
    />
  )
}

/** The button to pass the gate, or the facts of its passing. */
function GateAction({ stage, data, selection }: GateSectionProps) {
  const { t } = useTranslation('plan')
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const [opened, { open, close }] = useDisclosure()
  /** The page shows the stage that matters from now on, also where its address named this one. */
  const onPassed = () => {
    close()
    selection.close()
    goOnInPage()
  }
  const reopen = useMutation({
    mutationFn: () => client.plan.reopenGate({ stageUid: stage.uid }),
    onSuccess: ({ batchId }) => undoable(t('gate.reopened', { title: format.text(stage.title) }), batchId),
  })
  if (stage.passedOn !== null) {
    const readiness = stage.passReadiness === null ? '' : format.percent(stage.passReadiness)
    return (
      <div className={classes.passed}>
        <Text size="sm" fw={500}>
          {t(readiness === '' ? 'gate.passedOn' : 'gate.passedWith', { day: format.day(stage.passedOn), readiness })}
        </Text>
        {stage.passNote && (
          <Text size="sm" className={classes.note}>
            {stage.passNote}
          </Text>
        )}
        <Button variant="default" size="compact-sm" mt={6} loading={reopen.isPending} onClick={() => reopen.mutate()}>
          {t('gate.reopen')}
        </Button>
      </div>
    )
  }
  if (stage.uid !== data.presentStageUid)
    return (
      <Text size="sm" c="dimmed">
        {t('gate.later')}
      </Text>
    )
  return (
    <>
      <Button leftSection={<IconFlag size={16} />} onClick={open}>
        {t('gate.pass')}
      </Button>
      <PassGateDialog stage={stage} opened={opened} onClose={close} onPassed={onPassed} />
    </>
  )
}
