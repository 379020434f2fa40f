import { Group, Text, Title } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMoveActions } from '#renderer/fields/row-order.tsx'
import type { RowOrder } from '#renderer/fields/use-row-order.ts'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { ActionMenu } from '#renderer/ui/action-menu.tsx'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import { Markdown } from '#renderer/ui/markdown.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { StageView } from '#shared/contract/plan.ts'
import { ForecastFrame } from '../forecast/forecast-frame.tsx'
import { GateSection } from '../gates/gate-section.tsx'
import type { PlanData } from '../plan-items.ts'
import { useSpan } from '../span.ts'
import { MilestoneList } from './milestone-list.tsx'
import classes from './stage-section.module.css'
import { StageVariant } from './stage-variant.tsx'

/** The forecast is computed by simulation and not needed for the first look at the plan. */
const StageForecast = lazyPart(
  async () => (await import('../forecast/forecast-section.tsx')).ForecastSection,
  () => <ForecastFrame />,
)

interface StageSectionProps {
  stage: StageView
  data: PlanData
  /** The order of all stages. */
  order: RowOrder
  selection: Selection
}

/** One stage: its purpose, its milestones, its gate, what changes and the usual traps. */
export function StageSection({ stage, data, order, selection }: StageSectionProps) {
  return (
    <section className={classes.stage} aria-labelledby="plan-stage">
      <StageHead stage={stage} data={data} order={order} selection={selection} />
      {stage.passedOn === null && <StageForecast stageUid={stage.uid} />}
      <div className={classes.columns}>
        <MilestoneList stage={stage} selection={selection} />
        <div>
          <GateSection stage={stage} data={data} selection={selection} />
          <StageWords stage={stage} />
        </div>
      </div>
    </section>
  )
}

function StageHead({ stage, data, order, selection }: StageSectionProps) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const span = useSpan()
  const isPresent = stage.uid === data.presentStageUid
  const purpose = format.text(stage.purpose)
  return (
    <header>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Group gap="sm" align="center">
            <Title order={2} id="plan-stage">
              {t('stage.numbered', { number: stage.position + 1, title: format.text(stage.title) })}
            </Title>
            {isPresent && <StatusBadge tone="active" label={t('stage.present')} />}
            {stage.passedOn !== null && <StatusBadge tone="good" label={t('stage.passed')} />}
          </Group>
          <Text size="sm" c="dimmed" mt={2}>
            {t('stage.period', {
              start: format.day(stage.plannedStart),
              end: format.day(stage.plannedEnd),
              span: span(stage.plannedStart, stage.plannedEnd),
            })}
          </Text>
        </div>
        <StageMenu stage={stage} order={order} selection={selection} />
      </Group>
      {purpose && (
        <div className={classes.purpose}>
          <Markdown text={purpose} />
        </div>
      )}
      <StageVariant stageUid={stage.uid} />
    </header>
  )
}

function StageMenu({ stage, order, selection }: Omit<StageSectionProps, 'data'>) {
  const { t } = useTranslation(['plan', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const title = format.text(stage.title)
  const remove = useRemove((uid) => client.stages.remove({ uid }), selection.close)
  const moves = useMoveActions(order, stage.uid, { up: t('stage.earlier'), down: t('stage.later') })
  return (
    <ActionMenu
      label={t('stage.actions')}
      variant="default"
      actions={[
        { label: t('stage.edit'), icon: <IconPencil size={16} />, run: () => selection.edit(stage.uid) },
        ...moves,
        {
          label: t('common:action.remove'),
          icon: <IconTrash size={16} />,
          run: () => remove.mutate({ uid: stage.uid, title }),
        },
      ]}
    />
  )
}

function StageWords({ stage }: { stage: StageView }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const shift = format.text(stage.shift)
  return (
    <>
      {shift && (
        <>
          <SectionTitle title={t('stage.shift')} />
          <Markdown text={shift} />
        </>
      )}
      {stage.traps.length > 0 && (
        <>
          <SectionTitle title={t('stage.traps')} />
          <ul className={classes.traps}>
            {stage.traps.map((trap) => (
              <li key={format.text(trap)}>{format.text(trap)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
