import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { ItemTable } from '#renderer/ui/item-table.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import type { LocalText } from '#shared/model/common.ts'
import type { PlanData } from '../plan-items.ts'
import { milestoneState } from '../stages/use-milestone-words.ts'

interface Line {
  uid: string
  type: 'stage' | 'milestone'
  title: LocalText
  stage: number
  planned: string
  actual: string | null
}

/** The timeline as a table with the same days in words. A stage is listed under the day of its gate. */
export function TimelineTable({ data, selection }: { data: PlanData; selection: Selection }) {
  const { t } = useTranslation(['plan', 'vocabulary'])
  const format = useFormat()
  const today = useToday()
  const lines = useMemo(() => linesOf(data), [data])
  const columns = useMemo<Column<Line>[]>(
    () => [
      {
        key: 'type',
        header: t('timeline.column.type'),
        optional: true,
        cell: ({ type }) => t(`timeline.line.${type}`),
        sortBy: ({ type }) => type,
      },
      {
        key: 'stage',
        header: t('vocabulary:itemType.stage'),
        align: 'end',
        cell: ({ stage }) => stage,
        sortBy: ({ stage }) => stage,
      },
      {
        key: 'planned',
        header: t('timeline.column.planned'),
        align: 'end',
        cell: ({ planned }) => format.day(planned),
        sortBy: ({ planned }) => planned,
      },
      {
        key: 'actual',
        header: t('timeline.column.actual'),
        align: 'end',
        cell: ({ planned, actual }) =>
          actual !== null
            ? format.day(actual)
            : milestoneState({ plannedDay: planned, doneDay: null }, today) === 'overdue' && t('timeline.overdue'),
        sortBy: ({ actual }) => actual,
      },
    ],
    [format, t, today],
  )
  return (
    <ItemTable
      label={t('timeline.title')}
      items={lines}
      columns={columns}
      nameHeader={t('timeline.column.title')}
      nameOf={(line) => format.text(line.title)}
      selected={selection.item}
      onOpen={selection.open}
      initialSort={{ key: 'planned', descending: false }}
    />
  )
}

function linesOf(data: PlanData): Line[] {
  return data.stages.flatMap((stage) => [
    ...stage.milestones.map(
      ({ uid, title, plannedDay, doneDay }): Line => ({
        uid,
        type: 'milestone',
        title,
        stage: stage.position + 1,
        planned: plannedDay,
        actual: doneDay,
      }),
    ),
    {
      uid: stage.uid,
      type: 'stage',
      title: stage.title,
      stage: stage.position + 1,
      planned: stage.plannedEnd,
      actual: stage.passedOn,
    },
  ])
}
