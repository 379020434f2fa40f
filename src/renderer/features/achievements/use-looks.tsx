import { SegmentedControl, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import { AFTER_PLAN, BEFORE_PLAN, byStage, byYear } from '#shared/domain/achievements/board.ts'
import type { ItemView } from '#shared/model/entities.ts'

type Achievement = ItemView<'achievement'>

const AchievementBoard = lazyPart(async () => (await import('./achievement-board.tsx')).AchievementBoard)
const InfluenceTable = lazyPart(async () => (await import('./influence-table.tsx')).InfluenceTable)

const LOOKS = ['list', 'year', 'stage', 'influence'] as const
type Look = (typeof LOOKS)[number]

const LIST = 'achievements'

/** How the achievements are looked at; the choice is kept with the workspace. */
function useLook(): [Look, (look: Look) => void] {
  const { client } = useApi()
  const { listLooks } = useWorkspace().settings
  const [look, setLook] = useState<Look>(LOOKS.find((one) => one === listLooks[LIST]) ?? 'list')
  const save = useMutation({
    mutationFn: (next: Look) => client.workspace.saveSettings({ listLooks: { ...listLooks, [LIST]: next } }),
  })
  const choose = (next: Look) => {
    setLook(next)
    save.mutate(next)
  }
  return [look, choose]
}

interface ViewProps {
  shown: Achievement[]
  selection: Selection
}

function YearBoard({ shown, selection }: ViewProps) {
  const { t } = useTranslation('achievements')
  const columns = byYear(shown).map((column) => ({ ...column, title: column.key }))
  return (
    <AchievementBoard label={`${t('title')}: ${t('look.year')}`} columns={columns} isOfYears selection={selection} />
  )
}

function StageBoard({ shown, selection }: ViewProps) {
  const { t } = useTranslation('achievements')
  const { query } = useApi()
  const format = useFormat()
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
        const columns = byStage(shown, { startDay: plan?.startDay ?? null, stages }).map((column) => ({
          ...column,
          title: titles.get(column.key) ?? '',
        }))
        return <AchievementBoard label={`${t('title')}: ${t('look.stage')}`} columns={columns} selection={selection} />
      }}
    </QueryGate>
  )
}

/** The choice of looks, and what draws the shown achievements in the chosen one; `view` is undefined for the list. */
export function useLooks(selection: Selection): {
  choice: ReactNode
  view: ((shown: Achievement[]) => ReactNode) | undefined
} {
  const { t } = useTranslation('achievements')
  const [look, choose] = useLook()
  const views: Record<Look, ((shown: Achievement[]) => ReactNode) | undefined> = {
    list: undefined,
    year: (shown) => <YearBoard shown={shown} selection={selection} />,
    stage: (shown) => <StageBoard shown={shown} selection={selection} />,
    influence: (shown) => <InfluenceTable items={shown} selection={selection} />,
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
