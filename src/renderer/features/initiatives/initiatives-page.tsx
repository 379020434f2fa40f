import { Button } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CatalogueButton } from '#renderer/fields/catalogue-drawer.tsx'
import { ListPage } from '#renderer/fields/list-page.tsx'
import type { ListPageProps } from '#renderer/fields/list-types.ts'
import { FinishBadge } from '#renderer/fields/planned-badge.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useLook } from '#renderer/lib/use-look.ts'
import { lazyPanel, lazyPart } from '#renderer/ui/lazy-part.tsx'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { statusOn } from '#shared/domain/calendar/done.ts'
import { iceFormula, iceScore } from '#shared/domain/states/ice-score.ts'
import { dueRetro, newestRetro } from '#shared/domain/states/impact-retro.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { type InitiativeFields, RetroDecision } from '#shared/model/initiative.ts'
import { STATUSES } from './board-columns.ts'
import { CalibrationLine } from './calibration-line.tsx'
import { useInitiativeChoices } from './initiative-choices.ts'
import { type InitiativeView, VIEWS, ViewSwitch } from './initiative-views.tsx'
import { DECISION_TONES } from './retro-tones.ts'

const InitiativePanel = lazyPanel(async () => (await import('./initiative-panel.tsx')).InitiativePanel)
const InitiativeBoard = lazyPart(async () => (await import('./initiative-board.tsx')).InitiativeBoard)
const InitiativeRoadmap = lazyPart(async () => (await import('./initiative-roadmap.tsx')).InitiativeRoadmap)
const CalibrationTable = lazyPart(async () => (await import('./calibration-table.tsx')).CalibrationTable)
const InitiativeStarters = lazyPanel(async () => (await import('./initiative-starters.tsx')).InitiativeStarters)

type Initiative = ItemView<'initiative'>

const TONES: Record<Initiative['status'], Tone> = {
  idea: 'neutral',
  planned: 'neutral',
  running: 'active',
  done: 'good',
  dropped: 'neutral',
}

/** Running first, then planned, then ideas, then what has ended. */
const ORDER: Initiative['status'][] = ['running', 'planned', 'idea', 'done', 'dropped']

/** Initiatives without a retro come last. */
const decisionOrder = (decision?: RetroDecision) =>
  decision === undefined ? null : RetroDecision.options.indexOf(decision)

function useColumns(): Column<Initiative>[] {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const today = useToday()
  return useMemo(() => {
    const titleOf = (item: Initiative, uid: string | null) =>
      format.text(item.refs.find((ref) => ref.uid === uid)?.title ?? '')
    return [
      {
        key: 'score',
        header: t('field.score'),
        align: 'end',
        cell: (item) => {
          const score = iceScore(item)
          return score === null ? '' : <span title={iceFormula(item)}>{format.number(score)}</span>
        },
        sortBy: iceScore,
      },
      {
        key: 'status',
        secondary: true,
        header: t('field.status'),
        cell: (item) => <FinishBadge item={item} tone={TONES[item.status]} label={t(`status.${item.status}`)} />,
        sortBy: (item) => ORDER.indexOf(statusOn(item, today, 'running')),
      },
      {
        key: 'retro',
        header: t('retro.column'),
        optional: true,
        cell: (item) => <RetroCell item={item} />,
        // Due retros first, then by the decision of the newest retro.
        sortBy: (item) => (dueRetro(item, today) ? -1 : decisionOrder(newestRetro(item)?.decision)),
      },
      {
        key: 'metric',
        prose: true,
        header: t('field.metric'),
        optional: true,
        cell: (item) => titleOf(item, item.metricUid),
        sortBy: (item) => titleOf(item, item.metricUid),
      },
      {
        key: 'owner',
        prose: true,
        header: t('field.owner'),
        optional: true,
        cell: (item) => titleOf(item, item.ownerUid),
        sortBy: (item) => titleOf(item, item.ownerUid),
      },
    ]
  }, [format, t, today])
}

/** The due retro, or the decision of the newest one. */
function RetroCell({ item }: { item: Initiative }) {
  const { t } = useTranslation('initiatives')
  const due = dueRetro(item, useToday())
  const newest = newestRetro(item)
  if (due !== null) return <StatusBadge tone="warn" label={t('retro.isDue', { days: due.after })} />
  return (
    newest !== null && <StatusBadge tone={DECISION_TONES[newest.decision]} label={t(`decision.${newest.decision}`)} />
  )
}

interface TopProps {
  items: Initiative[]
  /** Nothing is filtered out. */
  isWhole: boolean
  view: InitiativeView
  onView: (view: InitiativeView) => void
}

/** The choice of the view, and above the list how far expectations came true. */
function Top({ items, isWhole, view, onView }: TopProps) {
  const hasRetros = items.some(({ retros }) => retros.length > 0)
  return (
    <>
      <ViewSwitch view={view} onView={onView} />
      {view === 'list' && hasRetros && (
        <CalibrationLine items={items} isWhole={isWhole} onYears={() => onView('calibration')} />
      )}
    </>
  )
}

/** What is shown in place of the table; undefined for the table. */
function drawerOf(
  view: InitiativeView,
  selection: Selection,
): ListPageProps<Initiative, Partial<InitiativeFields>>['view'] {
  switch (view) {
    case 'list':
      return undefined
    case 'board':
      return (items, acts) => <InitiativeBoard items={items} acts={acts} selection={selection} />
    case 'roadmap':
      return (items) => <InitiativeRoadmap items={items} selection={selection} />
    case 'calibration':
      return (items, { isWhole }) => <CalibrationTable items={items} isWhole={isWhole} selection={selection} />
  }
}

/** Bets on the business, the strongest first. */
export function InitiativesPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation('initiatives')
  const { client, query } = useApi()
  const list = useQuery(query.initiatives.list.queryOptions({ input: {} }))
  const columns = useColumns()
  const choices = useInitiativeChoices()
  const today = useToday()
  const [choosing, setChoosing] = useState(false)
  const [view, setView] = useLook('initiatives', VIEWS)
  const showStarters = () => setChoosing(true)
  return (
    <>
      <QueryGate query={list}>
        {(items) => (
          <ListPage
            list="initiatives"
            title={t('title')}
            editing={{
              update: client.initiatives.updateMany,
              remove: client.initiatives.removeMany,
              choices,
              tagsOf: ({ tags }) => tags,
            }}
            newLabel={t('new')}
            actions={items.length > 0 && <CatalogueButton onClick={showStarters} />}
            top={(shown) => <Top items={shown} isWhole={shown.length === items.length} view={view} onView={setView} />}
            view={drawerOf(view, selection)}
            items={items}
            columns={columns}
            nameHeader={t('field.title')}
            nameOf={(item) => item.title}
            textOf={(item) => [item.title, item.hypothesis, ...item.tags].join(' ')}
            facets={{
              label: t('field.status'),
              of: (item) => statusOn(item, today, 'running'),
              values: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
            }}
            initialSort={{ key: 'score', descending: true }}
            empty={{
              icon: <IconBulb size={40} stroke={1.4} />,
              title: t('empty.title'),
              text: t('empty.text'),
              action: (
                <Button variant="default" onClick={showStarters}>
                  {t('empty.starters')}
                </Button>
              ),
            }}
            selection={selection}
            panel={
              selection.item && <InitiativePanel key={selection.item} selection={selection} uid={selection.item} />
            }
          />
        )}
      </QueryGate>
      <InitiativeStarters
        opened={choosing}
        onClose={() => setChoosing(false)}
        initiatives={list.data ?? []}
        onOpenItem={selection.open}
      />
    </>
  )
}
