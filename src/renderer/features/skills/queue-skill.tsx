import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { takesLetters } from '#renderer/lib/field-history.ts'
import { digitOf, hasModifier, isPressed } from '#renderer/lib/keys.ts'
import { useNewUids } from '#renderer/lib/new-uid.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useKeyDown } from '#renderer/lib/use-key-down.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { LevelMeter } from '#renderer/ui/level-meter.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { SkillView } from '#shared/contract/skills.ts'
import type { QueueReason } from '#shared/domain/states/skill-queue.ts'
import type { Level } from '#shared/model/common.ts'
import { EvidenceSince } from './evidence-list.tsx'
import { LevelWords } from './level-list.tsx'
import { isFaded, useSkillWords } from './skill-words.ts'
import classes from './skills.module.css'
import { useHeadingFocus } from './use-heading-focus.ts'
import type { Queued } from './use-queue.ts'

interface QueueSkillProps {
  queued: Queued
  onRated: () => void
  onSkip: () => void
}

/** One question of the queue: why it is asked, what is known, and the answers, each with a key. */
export function QueueSkill({ queued, onRated, onSkip }: QueueSkillProps) {
  const { t } = useTranslation('vocabulary')
  const { query } = useApi()
  const format = useFormat()
  const { uid, area, title } = queued.skill
  const skill = useQuery(query.skills.get.queryOptions({ input: { uid } }))
  const heading = useHeadingFocus()
  return (
    <>
      <Text size="sm" c="dimmed">
        {t(`area.${area}`)}
      </Text>
      <Title order={2} ref={heading} tabIndex={-1}>
        {format.text(title)}
      </Title>
      <QueryGate query={skill}>
        {(view) => <Question skill={view} reasons={queued.reasons} onRated={onRated} onSkip={onSkip} />}
      </QueryGate>
    </>
  )
}

interface QuestionProps {
  skill: SkillView
  reasons: QueueReason[]
  onRated: () => void
  onSkip: () => void
}

/** Saves a rating of today. The page goes on when the list knows of it, so the next question is the right one. */
function useRate(skill: SkillView, onRated: () => void) {
  const { t } = useTranslation('skills')
  const { client, query } = useApi()
  const queryClient = useQueryClient()
  const format = useFormat()
  const undoable = useUndoable()
  const uidOf = useNewUids()
  return useMutation({
    mutationFn: (level: Level) => {
      // After an undo it is another rating: the one taken back stays in the history.
      const uid = uidOf(String(skill.assessments.length))
      return client.skills.assess({ uid, skillUid: skill.uid, level, day: today(), note: '', evidence: [] })
    },
    onSuccess: async ({ batchId }, level) => {
      undoable(t('told', { title: format.text(skill.title), level }), batchId)
      await queryClient.invalidateQueries({ queryKey: query.skills.list.key() })
      onRated()
    },
  })
}

/** Digits rate, Enter keeps the level, S skips; wherever the focus is, unless what has it needs the key. */
function useQueueKeys(keys: { rate: (level: Level) => void; keep: () => void; skip: () => void }): void {
  useKeyDown((event) => {
    if (event.defaultPrevented || event.repeat || hasModifier(event) || takesLetters(event.target)) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest('[role="dialog"], [role="menu"]')) return
    const digit = digitOf(event)
    if (digit !== null && digit <= 5) keys.rate(digit)
    else if (isPressed('S', event)) keys.skip()
    else if (event.key === 'Enter' && !target?.closest('a, button, summary')) keys.keep()
    else return
    event.preventDefault()
  })
}

function Question({ skill, reasons, onRated, onSkip }: QuestionProps) {
  const { t } = useTranslation('skills')
  const saving = useRate(skill, onRated)
  const { level } = skill
  const rate = (next: Level) => {
    if (!saving.isPending) saving.mutate(next)
  }
  const keep = () => {
    if (level !== null) rate(level)
  }
  const skip = () => {
    if (!saving.isPending) onSkip()
  }
  useQueueKeys({ rate, keep, skip })
  return (
    <div className={classes.question}>
      <div className={classes.known}>
        <Reasons skill={skill} reasons={reasons} />
        <Present skill={skill} />
        <Answers skill={skill} isSaving={saving.isPending} onKeep={keep} onSkip={skip} />
        <EvidenceSince skill={skill} />
      </div>
      <section className={classes.choices} aria-label={t('rateTitle')}>
        <SectionTitle title={t('rateTitle')} aside={<KeyHint keys="0–5" />} />
        <ol className={classes.levels}>
          {skill.levels.map((_, value) => (
            <li key={`level-${String(value)}`} className={classes.card} data-now={value === level}>
              <LevelWords skill={skill} level={value} onChoose={() => rate(value)} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

const KeyHint = ({ keys }: { keys: string }) => <Kbd size="xs">{keys}</Kbd>

interface AnswersProps {
  skill: SkillView
  isSaving: boolean
  onKeep: () => void
  onSkip: () => void
}

function Answers({ skill, isSaving, onKeep, onSkip }: AnswersProps) {
  const { t } = useTranslation('skills')
  const openItem = useOpenItem()
  return (
    <>
      <Group gap="xs">
        {skill.level !== null && (
          <Button loading={isSaving} onClick={onKeep} rightSection={<KeyHint keys="Enter" />}>
            {t('queue.keep', { level: skill.level })}
          </Button>
        )}
        <Button variant="default" disabled={isSaving} onClick={onSkip} rightSection={<KeyHint keys="S" />}>
          {t('queue.skip')}
        </Button>
      </Group>
      <Button
        variant="subtle"
        size="compact-sm"
        mt="xs"
        ml={-8}
        onClick={() => openItem({ uid: skill.uid, type: 'skill' })}
      >
        {t('queue.open')}
      </Button>
    </>
  )
}

/** The level that is known, and what it says. */
function Present({ skill }: { skill: SkillView }) {
  const { t } = useTranslation('skills')
  const format = useFormat()
  const words = useSkillWords()
  const { level, assessedOn } = skill
  const { descriptor = '' } = skill.levels[level ?? -1] ?? {}
  const meter = { level, target: skill.target, isFaded: isFaded(skill, today()) }
  return (
    <div className={classes.state}>
      <LevelMeter size="lg" {...meter} label={words.meter(meter)} />
      <div>
        <b>
          {assessedOn === null
            ? words.level(level)
            : t('ratedOn', { level: words.level(level), day: format.day(assessedOn) })}
        </b>
        {format.text(descriptor) && <Text size="sm">{format.text(descriptor)}</Text>}
      </div>
    </div>
  )
}

/** Why the skill is asked about, a sentence each. */
function Reasons({ skill, reasons }: { skill: SkillView; reasons: QueueReason[] }) {
  const { t } = useTranslation('skills')
  const format = useFormat()
  const { level, assessedOn, evidenceOn } = skill
  const wanted = skill.gateLevel ?? 0
  const sentence: Record<QueueReason, string> = {
    gate: level === null ? t('queue.reason.gateUnrated', { wanted }) : t('queue.reason.gate', { wanted, level }),
    unrated: t('queue.reason.unrated'),
    evidence: t('queue.reason.evidence', { day: format.day(evidenceOn ?? today()) }),
    rating: t('queue.reason.rating', { day: format.day(assessedOn ?? today()) }),
  }
  return (
    <ul className={classes.reasons} aria-label={t('queue.why')}>
      {reasons.map((reason) => (
        <li key={reason}>{sentence[reason]}</li>
      ))}
    </ul>
  )
}
