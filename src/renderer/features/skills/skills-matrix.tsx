import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { ItemTable } from '#renderer/ui/item-table.tsx'
import { LevelMeter } from '#renderer/ui/level-meter.tsx'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import type { SkillLine } from '#shared/contract/skills.ts'
import { type SkillStanding, skillStanding } from '#shared/domain/states/skill-standing.ts'
import { Area, EvidenceKind } from '#shared/model/vocabulary.ts'
import { isFaded, useSkillWords } from './skill-words.ts'
import classes from './skills.module.css'

interface SkillsMatrixProps {
  skills: SkillLine[]
  selected: string | null
  /** Opens a skill, at what backs it of one kind. */
  onOpen: (uid: string, kind?: EvidenceKind) => void
}

const TONES: Record<SkillStanding, Tone> = {
  towards: 'active',
  meeting: 'good',
  exceeding: 'good',
  unrated: 'neutral',
  noTarget: 'neutral',
}

/** Each skill against the target of a stage, and what backs it, by kind. */
export function SkillsMatrix({ skills, selected, onOpen }: SkillsMatrixProps) {
  const { t } = useTranslation(['skills', 'vocabulary'])
  const format = useFormat()
  const { stage, menu } = useStageChoice()
  const columns = useMatrixColumns(stage, onOpen)
  const [wanted, setOnly] = useState<SkillStanding | null>(null)
  const inUse = useMemo(() => skills.filter(({ archived }) => !archived), [skills])
  const isOf = (standing: SkillStanding) => (skill: SkillLine) =>
    stage !== null && standingOf(skill, stage) === standing
  // Against another stage none may stand so.
  const only = wanted !== null && inUse.some(isOf(wanted)) ? wanted : null
  const shown = only === null ? inUse : inUse.filter(isOf(only))
  const groups = useMemo(
    () => ({
      of: ({ area }: SkillLine) => area as string,
      values: Area.options.map((area) => ({ value: area as string, label: t(`vocabulary:area.${area}`) })),
    }),
    [t],
  )
  return (
    <>
      <div className={classes.matrixHead}>
        {menu}
        <Text size="sm" c="dimmed">
          {t('matrix.legend')}
        </Text>
      </div>
      {stage !== null && <Standings skills={inUse} stage={stage} only={only} onOnly={setOnly} />}
      {inUse.length === 0 ? (
        <Text>{t('matrix.none')}</Text>
      ) : (
        <div className={classes.matrix}>
          <ItemTable
            label={t('view.matrix')}
            items={shown}
            columns={columns}
            nameHeader={t('column.title')}
            nameOf={({ title }) => format.text(title)}
            selected={selected}
            onOpen={onOpen}
            groups={groups}
            initialSort={{ key: 'plan', descending: false }}
          />
        </div>
      )}
    </>
  )
}

/** The menu of stages, and the uid of the chosen one: at first the present stage. */
function useStageChoice(): { stage: string | null; menu: React.ReactNode } {
  const { t } = useTranslation('skills')
  const { query } = useApi()
  const format = useFormat()
  const plan = useQuery(query.plan.get.queryOptions({ input: {} }))
  const [chosen, setChosen] = useState<string | null>(null)
  const { stages = [], presentStageUid = null } = plan.data ?? {}
  const isThere = (uid: string | null) => stages.some((one) => one.uid === uid)
  const stage = isThere(chosen) ? chosen : (presentStageUid ?? stages.at(-1)?.uid ?? null)
  const nameOf = (uid: string, title: string) => (uid === presentStageUid ? t('matrix.present', { title }) : title)
  const menu = stages.length > 0 && (
    <NativeSelect
      label={t('matrix.against')}
      value={stage ?? ''}
      onChange={(event) => setChosen(event.currentTarget.value)}
      data={stages.map(({ uid, title }) => ({ value: uid, label: nameOf(uid, format.text(title)) }))}
    />
  )
  return { stage, menu }
}

const targetOf = ({ targets }: SkillLine, stage: string) => targets[stage] ?? null

const standingOf = (skill: SkillLine, stage: string) => skillStanding(skill.level, targetOf(skill, stage))

const ORDER: SkillStanding[] = ['towards', 'meeting', 'exceeding', 'unrated', 'noTarget']

interface StandingsProps {
  skills: SkillLine[]
  stage: string
  /** The only standing that is shown, null = all. */
  only: SkillStanding | null
  onOnly: (standing: SkillStanding | null) => void
}

/** How many skills stand how against the stage; a press shows those alone, another shows all again. */
function Standings({ skills, stage, only, onOnly }: StandingsProps) {
  const { t } = useTranslation('skills')
  const counts = Map.groupBy(skills, (skill) => standingOf(skill, stage))
  return (
    <Group gap="xs" mb="xs" role="group" aria-label={t('standing.title')}>
      {ORDER.filter((standing) => counts.has(standing)).map((standing) => (
        <Button
          key={standing}
          size="compact-sm"
          variant={standing === only ? 'light' : 'default'}
          aria-pressed={standing === only}
          onClick={() => onOnly(standing === only ? null : standing)}
        >
          {t('standing.count', { standing: t(`standing.${standing}`), count: counts.get(standing)?.length ?? 0 })}
        </Button>
      ))}
    </Group>
  )
}

function useMatrixColumns(stage: string | null, onOpen: SkillsMatrixProps['onOpen']): Column<SkillLine>[] {
  const { t } = useTranslation('skills')
  const words = useSkillWords()
  const today = useToday()
  const level: Column<SkillLine> = {
    key: 'level',
    header: t('column.level'),
    cell: (skill) => {
      const target = stage === null ? null : targetOf(skill, stage)
      const shown = { level: skill.level, target, isFaded: isFaded(skill, today) }
      return (
        <>
          <LevelMeter {...shown} label={words.meter(shown)} />
          <AllEvidence skill={skill} onOpen={onOpen} />
        </>
      )
    },
    sortBy: (skill) => skill.level,
  }
  const standing: Column<SkillLine> = {
    key: 'standing',
    header: t('standing.title'),
    cell: (skill) => {
      const state = standingOf(skill, stage ?? '')
      return state === 'noTarget' ? (
        <span className={classes.day}>{t('standing.noTarget')}</span>
      ) : (
        <StatusBadge tone={TONES[state]} label={t(`standing.${state}`)} />
      )
    },
    sortBy: (skill) => ORDER.indexOf(standingOf(skill, stage ?? '')),
  }
  const kinds = EvidenceKind.options.map(
    (kind): Column<SkillLine> => ({
      key: kind,
      header: t(`evidence.kind.${kind}`),
      optional: true,
      cell: (skill) => <EvidenceCell skill={skill} kind={kind} onOpen={onOpen} />,
      sortBy: (skill) => {
        const { done, open } = countOf(skill, kind)
        return done + (open > 0 ? 0.5 : 0) || null
      },
    }),
  )
  return [level, ...(stage === null ? [] : [standing]), ...kinds]
}

const countOf = ({ evidence }: Pick<SkillLine, 'evidence'>, kind: EvidenceKind) =>
  evidence.find((one) => one.kind === kind) ?? { done: 0, open: 0 }

/** What is shown instead of the kinds where they have no room: the sum of all. */
function AllEvidence({ skill, onOpen }: Omit<EvidenceCellProps, 'kind'>) {
  const { t } = useTranslation('skills')
  const [first] = skill.evidence
  if (first === undefined) return null
  const sumOf = (state: 'done' | 'open') => skill.evidence.reduce((sum, count) => sum + count[state], 0)
  return (
    <div className={classes.allKinds}>
      <CellButton
        done={sumOf('done')}
        open={sumOf('open')}
        label={t('evidence.title')}
        onClick={() => onOpen(skill.uid, first.kind)}
      />
    </div>
  )
}

interface EvidenceCellProps {
  skill: SkillLine
  kind: EvidenceKind
  onOpen: SkillsMatrixProps['onOpen']
}

function EvidenceCell({ skill, kind, onOpen }: EvidenceCellProps) {
  const { t } = useTranslation('skills')
  const { done, open } = countOf(skill, kind)
  if (done + open > 0)
    return (
      <CellButton done={done} open={open} label={t(`evidence.kind.${kind}`)} onClick={() => onOpen(skill.uid, kind)} />
    )
  return (
    <>
      <span className={classes.day} aria-hidden>
        {t('matrix.sign.none')}
      </span>
      <span className="visually-hidden">{t('evidence.noneOf')}</span>
    </>
  )
}

interface CellButtonProps {
  done: number
  open: number
  label: string
  onClick: () => void
}

/** What is done and what is in progress, as signs with their numbers; a press opens the items. */
function CellButton({ done, open, label, onClick }: CellButtonProps) {
  const { t } = useTranslation('skills')
  const words = useSkillWords()
  return (
    <button
      type="button"
      // The row is the stop of the Tab key; its panel has the same items.
      tabIndex={-1}
      className={classes.cell}
      onClick={onClick}
    >
      <span className="visually-hidden">{`${label}: ${words.evidence({ done, open })}`}</span>
      {done > 0 && <span aria-hidden>{t('matrix.sign.done', { count: done })}</span>}
      {open > 0 && <span aria-hidden>{t('matrix.sign.open', { count: open })}</span>}
    </button>
  )
}
