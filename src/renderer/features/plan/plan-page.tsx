import { Button, Text } from '@mantine/core'
import { IconAdjustments, IconMap2, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { RowOrderStatus } from '#renderer/fields/row-order.tsx'
import { useRowOrder } from '#renderer/fields/use-row-order.ts'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFocusBack } from '#renderer/lib/use-focus-back.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import type { Plan } from '#shared/contract/plan.ts'
import { addYears } from '#shared/domain/calendar/calendar.ts'
import { findOpenItem, type PlanData, shownStage } from './plan-items.ts'
import { PlanSummary } from './plan-summary.tsx'
import { StageSection } from './stages/stage-section.tsx'
import { PlanTimeline } from './timeline/plan-timeline.tsx'

const PlanPanel = lazyPanel(async () => (await import('./plan-panel.tsx')).PlanPanel)

/** The plan over all years, and the present stage. */
export function PlanPage({ selection }: { selection: Selection }) {
  const { query } = useApi()
  const data = useQuery(query.plan.get.queryOptions({ input: {} }))
  return (
    <QueryGate query={data}>
      {(found) => found.plan && <PlanOfYears data={found} plan={found.plan} selection={selection} />}
    </QueryGate>
  )
}

interface PlanOfYearsProps {
  data: PlanData
  plan: Plan
  selection: Selection
}

/** The plan with its stages in the order the person has given them, each numbered by that order. */
function useStageOrder(kept: PlanData) {
  const { stages } = kept
  const { t } = useTranslation('common')
  const { client, query } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const order = useRowOrder({
    order: useMemo(() => stages.map(({ uid }) => uid), [stages]),
    move: async ({ uid, to }) => {
      const { batchId } = await client.stages.move({ uid, to })
      const title = format.text(stages.find((stage) => stage.uid === uid)?.title ?? '')
      undoable(t('done.updated', { title }), batchId)
    },
    reads: query.plan.get.key(),
  })
  const arranged = order
    .arrange(stages)
    .map((stage, index) => ({ ...stage, position: stages[index]?.position ?? stage.position }))
  return { order, data: { ...kept, stages: arranged } }
}

function PlanOfYears({ data: kept, plan, selection }: PlanOfYearsProps) {
  const { t } = useTranslation('plan')
  const { order, data } = useStageOrder(kept)
  const open = findOpenItem(data, selection.item)
  const stage = shownStage(data, open)
  const addStage = (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={selection.add}>
      {t('stage.new')}
    </Button>
  )
  /** Closing the panel keeps the same stage shown. */
  const inStage: Selection = {
    ...selection,
    close: () => (stage === null || stage.uid === data.presentStageUid ? selection.close() : selection.open(stage.uid)),
  }
  const hasPanel = open.kind !== 'none' && (open.kind !== 'stage' || selection.editing)
  useFocusBack(hasPanel ? selection.item : null)
  useRowInView(hasPanel ? selection.item : null)
  return (
    <Page
      title={t('title')}
      lead={<PlanLead plan={plan} />}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconAdjustments size={16} />}
            onClick={() => selection.open(plan.uid)}
          >
            {t('edit')}
          </Button>
          {addStage}
        </>
      }
      panel={hasPanel && <PlanPanel key={selection.item} open={open} data={data} selection={inStage} />}
      panelLabel={t('panel')}
    >
      {stage === null ? (
        <EmptyState
          icon={<IconMap2 size={40} stroke={1.4} />}
          title={t('empty.title')}
          text={t('empty.text')}
          action={addStage}
        />
      ) : (
        <>
          <PlanSummary />
          <PlanTimeline data={data} plan={plan} shown={stage.uid} order={order} selection={selection} />
          <RowOrderStatus order={order} />
          {data.presentStageUid === null && (
            <Text mt="md" role="status">
              {t('complete')}
            </Text>
          )}
          <StageSection key={stage.uid} stage={stage} data={data} order={order} selection={selection} />
        </>
      )}
    </Page>
  )
}

/** Opening the panel narrows the page and moves its rows, so the open row is scrolled back into view. */
function useRowInView(open: string | null): void {
  useEffect(() => {
    if (open === null) return
    document.querySelector(`[data-uid="${CSS.escape(open)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [open])
}

function PlanLead({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const end = addYears(plan.startDay, plan.horizonYears)
  return t('lead', {
    from: format.text(plan.fromRole),
    to: format.text(plan.toRole),
    start: format.month(plan.startDay),
    end: format.month(end),
  })
}
