import { SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListActs } from '#renderer/fields/list-types.ts'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useLook } from '#renderer/lib/use-look.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import { AFTER_PLAN, BEFORE_PLAN, byStage, byYear } from '#shared/domain/achievements/board.ts'
import type { ItemView } from '#shared/model/entities.ts'

type Achievement = ItemView<'achievement'>

const AchievementBoard = lazyPart(async () => (await import('./achievement-board.tsx')).AchievementBoard)
const InfluenceTable = lazyPart(async () => (await import('./influence-table.tsx')).InfluenceTable)

const LOOKS = ['list', 'year', 'stage', 'influence'] as const
type Look = (typeof LOOKS)[number]

type Acts = Pick<ListActs<Achievement, never>, 'openMenu' | 'onRowKey' | 'isWhole'>
type View = (shown: Achievement[], acts: Acts) => ReactNode

interface ViewProps {
  shown: Achievement[]
  acts: Acts
  selection: Selection
}

function YearBoard({ shown, acts, selection }: ViewProps) {
  const { t } = useTranslation('achievements')
  const items = useDeferredValue(shown)
  const columns = useMemo(() => byYear(items).map((column) => ({ ...column, title: column.key })), [items])
  return (
    <AchievementBoard
      label={`${t('title')}: ${t('look.year')}`}
      columns={columns}
      isOfYears
      acts={acts}
      selection={selection}
    />
  )
}

function StageBoard({ shown, acts, selection }: ViewProps) {
  const { t } = useTranslation('achievements')
  const { query } = useApi()
  const format = useFormat()
  const items = useDeferredValue(shown)
  const read = useQuery(query.plan.get.queryOptions({ input: {} }))
  return (
    <QueryGate query={read}>
      {({ plan, stages }) => {
        if (stages.length === 0) return <Text c="dimmed">{t('board.noStages')}</Text>
        const titles = new Map([
          ...stages.map(({ uid, title }) => [uid, format.text(title)] as const),
          [BEFORE_PLAN, t('board.before')] as const,
          [AFTER_PLAN, t('board.after')] as const,
        ])
        const columns = byStage(items, { startDay: plan?.startDay ?? null, stages }).map((column) => ({
          ...column,
          title: titles.get(column.key) ?? '',
        }))
        return (
          <AchievementBoard
            label={`${t('title')}: ${t('look.stage')}`}
            columns={columns}
            acts={acts}
            selection={selection}
          />
        )
      }}
    </QueryGate>
  )
}

/** The choice of looks, and what draws the shown achievements in the chosen one; `view` is undefined for the list. */
export function useLooks(selection: Selection): {
  choice: ReactNode
  view: View | undefined
} {
  const { t } = useTranslation('achievements')
  const [look, choose] = useLook('achievements', LOOKS)
  const views: Record<Look, View | undefined> = {
    list: undefined,
    year: (shown, acts) => <YearBoard shown={shown} acts={acts} selection={selection} />,
    stage: (shown, acts) => <StageBoard shown={shown} acts={acts} selection={selection} />,
    influence: (shown, { isWhole }) => <InfluenceTable items={shown} isWhole={isWhole} selection={selection} />,
  }
  return {
    choice: (
      <SegmentedControl
        aria-label={t('look.label')}
        data={LOOKS.map((value) => ({ value, label: t(`look.${value}`) }))}
        value={look}
        onChange={(value) => choose(value as Look)}
      />
    ),
    view: views[look],
  }
}
