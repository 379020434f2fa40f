import { Anchor, SegmentedControl, Text } from '@mantine/core'
import { IconStars } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JournalLink } from '#renderer/fields/journal-link.tsx'
import { ListPage } from '#renderer/fields/list-page.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFocusBack } from '#renderer/lib/use-focus-back.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useLook } from '#renderer/lib/use-look.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { LevelMeter } from '#renderer/ui/level-meter.tsx'
import { Page } from '#renderer/ui/page.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import type { SkillLine } from '#shared/contract/skills.ts'
import { lastYearDays } from '#shared/domain/calendar/journal-days.ts'
import { QUEUE_SIZE } from '#shared/domain/states/skill-queue.ts'
import { Area, type EvidenceKind } from '#shared/model/vocabulary.ts'
import { isFaded, skillState, useSkillWords } from './skill-words.ts'
import classes from './skills.module.css'
import { useQueue } from './use-queue.ts'

const SkillPanel = lazyPanel(async () => (await import('./skill-panel.tsx')).SkillPanel)
const SkillsRadar = lazyPanel(async () => (await import('./skills-radar.tsx')).SkillsRadar)
const SkillsMatrix = lazyPanel(async () => (await import('./skills-matrix.tsx')).SkillsMatrix)

/** How the skills are shown. */
const VIEWS = ['list', 'radar', 'matrix'] as const
type View = (typeof VIEWS)[number]

/** The level of each skill against the target of the present stage. */
export function SkillsPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation('skills')
  const { query } = useApi()
  const list = useQuery(query.skills.list.queryOptions({ input: {} }))
  const [view, setView] = useLook('skills', VIEWS)
  const [asked, setAsked] = useState<{ uid: string; kind: EvidenceKind } | null>(null)
  const [rated, setRated] = useState<string | null>(null)
  const { item, editing } = selection
  // Another skill than the one being assessed was opened, or the form of that skill, or none.
  useEffect(() => setRated((uid) => (uid === item && !editing ? uid : null)), [item, editing])
  const rating = { uid: rated, rate: setRated }
  const open = (uid: string, kind: EvidenceKind | null = null) => {
    setAsked(kind && { uid, kind })
    // The evidence is shown beside the skill and not beside its rating form, which keeps its draft.
    if (kind !== null) setRated(null)
    selection.open(uid)
  }
  const evidence = { asked: asked?.uid === item ? asked.kind : null, onShown: () => setAsked(null) }
  const panel = selection.item && (
    <SkillPanel key={item} selection={selection} uid={selection.item} rating={rating} evidence={evidence} />
  )
  const viewSwitch = (
    <SegmentedControl
      aria-label={t('view.label')}
      value={view}
      onChange={(next) => setView(next as View)}
      data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
    />
  )
  return (
    <QueryGate query={list}>
      {(skills) =>
        view !== 'list' && skills.length > 0 ? (
          <OtherView actions={viewSwitch} panel={panel} skills={skills} selection={selection}>
            {view === 'radar' ? (
              <SkillsRadar skills={skills} onOpen={open} />
            ) : (
              <SkillsMatrix skills={skills} selected={item} onOpen={open} />
            )}
          </OtherView>
        ) : (
          <SkillList skills={skills} selection={selection} panel={panel} actions={viewSwitch} />
        )
      }
    </QueryGate>
  )
}

interface OtherViewProps extends SkillListProps {
  children: React.ReactNode
}

/** The page around a view of the skills that is no list. */
function OtherView({ skills, selection, panel, actions, children }: OtherViewProps) {
  const { t } = useTranslation('skills')
  useFocusBack(selection.item)
  return (
    <Page title={t('title')} actions={actions} panel={panel} panelLabel={t('title')}>
      <QueueEntry skills={skills} />
      {children}
    </Page>
  )
}

/** Leads to the skills to look at, while there are any. */
function QueueEntry({ skills }: { skills: SkillLine[] }) {
  const { t } = useTranslation('skills')
  const { queue } = useQueue(skills)
  if (queue.length === 0) return null
  return (
    <Text size="sm" mb="xs" className="no-print">
      <Anchor component={Link} to="/skills/queue" inherit>
        {t('queue.entry', { count: Math.min(queue.length, QUEUE_SIZE) })}
      </Anchor>
    </Text>
  )
}

/** The level in marks and words; old evidence shows in both. */
function LevelCell({ skill }: { skill: SkillLine }) {
  const { t } = useTranslation('skills')
  const words = useSkillWords()
  const meter = { level: skill.level, target: skill.target, isFaded: isFaded(skill, useToday()) }
  return (
    <span className={classes.level}>
      <LevelMeter {...meter} label={words.meter(meter)} />
      <span className={classes.word}>
        {words.level(skill.level)}
        {meter.isFaded && <span className={classes.faded}>{t('confidence.old')}</span>}
      </span>
    </span>
  )
}

function useSkillColumns(): Column<SkillLine>[] {
  const { t } = useTranslation('skills')
  const format = useFormat()
  const now = useToday()
  return [
    {
      key: 'level',
      header: t('column.level'),
      cell: (skill) => <LevelCell skill={skill} />,
      sortBy: ({ level }) => level,
    },
    {
      key: 'target',
      header: t('column.target'),
      align: 'end',
      // In a narrow table the marks of the level show the target and the gap.
      secondary: true,
      cell: ({ target }) => target ?? '',
      sortBy: ({ target }) => target,
    },
    {
      key: 'gap',
      header: t('column.gap'),
      align: 'end',
      secondary: true,
      cell: ({ gap }) => (gap !== null && gap > 0 ? gap : ''),
      sortBy: ({ gap }) => gap,
    },
    {
      key: 'assessed',
      header: t('column.assessed'),
      align: 'end',
      optional: true,
      cell: ({ assessedOn }) => (assessedOn === null ? '' : format.relativeDay(assessedOn, now)),
      sortBy: ({ assessedOn }) => assessedOn,
    },
    {
      key: 'hours',
      header: t('column.hours'),
      align: 'end',
      optional: true,
      cell: ({ uid, yearMinutes }) =>
        yearMinutes > 0 && (
          <JournalLink filter={{ about: uid, ...lastYearDays(now) }} tabIndex={-1}>
            {format.hours(yearMinutes)}
          </JournalLink>
        ),
      sortBy: ({ yearMinutes }) => yearMinutes,
    },
  ]
}

const STATES = ['lacking', 'reached', 'unrated', 'archived'] as const

interface SkillListProps {
  skills: SkillLine[]
  selection: Selection
  panel: React.ReactNode
  actions: React.ReactNode
}

function SkillList({ skills, selection, panel, actions }: SkillListProps) {
  const { t } = useTranslation(['skills', 'vocabulary'])
  const { client, query } = useApi()
  const format = useFormat()
  const columns = useSkillColumns()
  const groups = useMemo(
    () => ({
      of: ({ archived, area }: SkillLine) => (archived ? 'archived' : area),
      values: [
        ...Area.options.map((area) => ({ value: area as string, label: t(`vocabulary:area.${area}`) })),
        { value: 'archived', label: t('archived') },
      ],
    }),
    [t],
  )
  return (
    <ListPage
      list="skills"
      title={t('title')}
      editing={{
        update: client.skills.updateMany,
        remove: client.skills.removeMany,
        choices: {
          label: t('state.label'),
          values: [
            { label: t('archive'), patch: { archived: true } },
            { label: t('unarchive'), patch: { archived: false } },
          ],
        },
      }}
      newLabel={t('new')}
      items={skills}
      columns={columns}
      nameHeader={t('column.title')}
      nameOf={({ title }) => format.text(title)}
      textOf={({ title, aliases }) => [format.text(title), ...aliases].join(' ')}
      groups={groups}
      order={{
        groupOf: ({ archived, area }) => (archived ? null : area),
        move: ({ uid, place }) => client.skills.move({ uid, to: place }),
        reads: query.skills.list.key(),
      }}
      facets={{
        label: t('state.label'),
        of: skillState,
        values: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
      }}
      initialSort={{ key: 'gap', descending: true }}
      top={<QueueEntry skills={skills} />}
      empty={{ icon: <IconStars size={40} stroke={1.4} />, title: t('empty.title'), text: t('empty.text') }}
      selection={selection}
      actions={actions}
      panel={panel}
    />
  )
}
