import { Button } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { JournalLink } from '#renderer/fields/journal-link.tsx'
import { ListPage } from '#renderer/fields/list-page.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import type { LoadEntry, WeekHours } from '#shared/contract/load.ts'
import { WeekOutcome } from '#shared/model/load.ts'
import classes from './load.module.css'
import { LoadTop } from './load-top.tsx'
import { SplitBar } from './split-bar.tsx'
import { useLoadEntries, useShareWords, useWeekHours, useWeeks } from './use-load.ts'

const LoadPanel = lazyPanel(async () => (await import('./load-panel.tsx')).LoadPanel)

/** A failed week is a state like any other, so it is not shown in red. */
const TONES: Record<WeekOutcome, Tone> = { asPlanned: 'good', partly: 'active', failed: 'neutral' }

const weekOf = ({ week }: LoadEntry) => week

function useColumns({ weeks }: WeekHours): Column<LoadEntry>[] {
  const { t } = useTranslation(['load', 'vocabulary'])
  const format = useFormat()
  const { figures } = useShareWords()
  const { journal } = useWeeks()
  return useMemo(() => {
    const minutesOf = new Map(weeks.map(({ week, minutes }) => [week, minutes]))
    return [
      {
        key: 'shares',
        header: t('column.shares'),
        align: 'end',
        cell: (entry) => (
          <span className={classes.cell}>
            <SplitBar shares={entry} isSmall />
            <span className={classes.figures}>{figures(entry)}</span>
          </span>
        ),
        sortBy: ({ learning }) => learning,
      },
      {
        key: 'outcome',
        secondary: true,
        header: t('field.outcome'),
        cell: ({ outcome }) =>
          outcome !== null && <StatusBadge tone={TONES[outcome]} label={t(`vocabulary:outcome.${outcome}`)} />,
        sortBy: ({ outcome }) => (outcome === null ? null : WeekOutcome.options.indexOf(outcome)),
      },
      {
        key: 'freed',
        optional: true,
        header: t('column.freed'),
        align: 'end',
        cell: ({ freedMinutes }) => (freedMinutes === null ? '' : format.hours(freedMinutes)),
        sortBy: ({ freedMinutes }) => freedMinutes,
      },
      {
        key: 'hours',
        secondary: true,
        header: t('column.hours'),
        align: 'end',
        cell: ({ week }) => <JournalLink filter={journal(week)}>{format.hours(minutesOf.get(week) ?? 0)}</JournalLink>,
        sortBy: ({ week }) => minutesOf.get(week) ?? 0,
      },
    ]
  }, [figures, format, journal, t, weeks])
}

/** All load entries: how the time was split, and how the split changes. */
export function LoadPage({ selection }: { selection: Selection }) {
  const entries = useLoadEntries()
  const hours = useWeekHours()
  return (
    <QueryGate query={entries}>
      {(all) => (
        <QueryGate query={hours}>{(known) => <Weeks entries={all} hours={known} selection={selection} />}</QueryGate>
      )}
    </QueryGate>
  )
}

interface WeeksProps {
  entries: LoadEntry[]
  hours: WeekHours
  selection: Selection
}

function Weeks({ entries, hours, selection }: WeeksProps) {
  const { t } = useTranslation(['load', 'vocabulary'])
  const { client } = useApi()
  const columns = useColumns(hours)
  const format = useFormat()
  const wordOf = (outcome: WeekOutcome) => t(`vocabulary:outcome.${outcome}`)
  return (
    <ListPage
      list="load"
      title={t('title')}
      editing={{
        update: client.load.updateMany,
        remove: client.load.removeMany,
        choices: {
          label: t('field.outcome'),
          values: WeekOutcome.options.map((outcome) => ({ label: wordOf(outcome), patch: { outcome } })),
        },
      }}
      newLabel={t('new')}
      items={entries}
      columns={columns}
      nameHeader={t('field.week')}
      nameOf={({ week }) => format.week(week)}
      nameSort={weekOf}
      initialSort={{ key: 'name', descending: true }}
      textOf={({ week, notes }) => `${format.week(week)} ${notes}`}
      facets={{
        label: t('field.outcome'),
        of: ({ outcome }) => outcome ?? '',
        values: WeekOutcome.options.map((value) => ({ value, label: wordOf(value) })),
      }}
      top={<LoadTop entries={entries} hours={hours} onOpen={selection.open} />}
      empty={{
        icon: <IconChartBar size={40} stroke={1.4} />,
        title: t('empty.title'),
        text: t('empty.text'),
        action: (
          <Button variant="default" renderRoot={(props) => <Link to="/week" hash="load" {...props} />}>
            {t('empty.action')}
          </Button>
        ),
      }}
      selection={selection}
      panel={selection.item && <LoadPanel key={selection.item} selection={selection} uid={selection.item} />}
    />
  )
}
