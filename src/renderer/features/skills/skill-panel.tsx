import { Alert, Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ItemActivities } from '#renderer/fields/item-activities.tsx'
import { ItemPanel } from '#renderer/fields/item-panel.tsx'
import { JournalLink } from '#renderer/fields/journal-link.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { LevelMeter } from '#renderer/ui/level-meter.tsx'
import { MarkdownSection } from '#renderer/ui/markdown-section.tsx'
import { Facts } from '#renderer/ui/panel.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { SkillView } from '#shared/contract/skills.ts'
import { lastYearDays } from '#shared/domain/calendar/journal-days.ts'
import type { EvidenceKind } from '#shared/model/vocabulary.ts'
import { AssessForm } from './assess-form.tsx'
import { AssessmentHistory } from './assessment-history.tsx'
import { LevelList } from './level-list.tsx'
import { NextRating } from './next-rating.tsx'
import { SkillEvidence } from './skill-evidence.tsx'
import { SkillForm } from './skill-form.tsx'
import { SkillPractice } from './skill-practice.tsx'
import { isFaded, useSkillWords } from './skill-words.ts'
import classes from './skills.module.css'

/** Which skill is being assessed. Kept outside the panel of a skill, so that the next skill can be assessed at once. */
export interface Rating {
  uid: string | null
  rate(uid: string | null): void
}

interface SkillPanelProps {
  uid: string
  selection: Selection
  rating: Rating
  /** The kind of evidence that was asked for in the matrix, until it is shown. */
  evidence: { asked: EvidenceKind | null; onShown: () => void }
}

/** The open skill: its level and the reasons, or its form. */
export function SkillPanel({ uid, selection, rating, evidence }: SkillPanelProps) {
  const { t } = useTranslation(['skills', 'vocabulary'])
  const { client, query } = useApi()
  const format = useFormat()
  const skill = useQuery({ ...query.skills.get.queryOptions({ input: { uid } }), enabled: uid !== 'new' })
  return (
    <ItemPanel
      selection={selection}
      query={skill}
      newTitle={t('new')}
      titleOf={({ title }) => format.text(title)}
      overlineOf={({ area }) => t(`vocabulary:area.${area}`)}
      remove={(removed) => client.skills.remove({ uid: removed })}
      form={(data) => <SkillForm skill={data} selection={selection} />}
      details={(data) => <SkillDetails skill={data} selection={selection} rating={rating} evidence={evidence} />}
    />
  )
}

interface SkillDetailsProps extends Omit<SkillPanelProps, 'uid'> {
  skill: SkillView
}

function SkillDetails({ skill, selection, rating, evidence }: SkillDetailsProps) {
  const { t } = useTranslation('skills')
  const format = useFormat()
  const [isJustRated, setJustRated] = useState(false)
  const close = () => rating.rate(null)
  const rate = (uid: string) => {
    setJustRated(false)
    rating.rate(uid)
  }
  if (rating.uid === skill.uid) return <AssessForm skill={skill} onSaved={() => setJustRated(true)} onClose={close} />
  const rateNext = (uid: string) => {
    rate(uid)
    selection.open(uid)
  }
  return (
    <>
      {skill.archived && (
        <Alert variant="light" color="gray" p="xs" mb="md">
          {t('isArchived')}
        </Alert>
      )}
      <SkillState skill={skill} />
      <Group gap="xs" mb="md">
        <Button onClick={() => rate(skill.uid)}>{t('rate')}</Button>
        <ArchiveButton skill={skill} />
      </Group>
      {skill.level !== null && (
        <NextRating skill={skill} isWanted={isJustRated} onFocused={() => setJustRated(false)} onRate={rateNext} />
      )}
      {format.text(skill.meaning) && <Text>{format.text(skill.meaning)}</Text>}
      <MarkdownSection title={t('why')} text={format.text(skill.why)} />
      <SkillEvidence skill={skill} {...evidence} />
      <SectionTitle title={t('levels')} />
      <LevelList skill={skill} />
      <SkillPractice skillKey={skill.key} />
      <SectionTitle title={t('history')} />
      <AssessmentHistory skill={skill} />
      <Targets skill={skill} />
      <Ideas skill={skill} />
      <ItemActivities item={{ uid: skill.uid, type: 'skill', title: skill.title }} />
    </>
  )
}

function SkillState({ skill }: { skill: SkillView }) {
  const { t } = useTranslation('skills')
  const format = useFormat()
  const words = useSkillWords()
  const today = useToday()
  const { level, assessedOn, evidenceOn } = skill
  const meter = { level, target: skill.target, isFaded: isFaded(skill, today) }
  return (
    <div className={classes.state}>
      <LevelMeter size="lg" {...meter} label={words.meter(meter)} />
      <Facts
        rows={[
          [
            t('now'),
            assessedOn === null
              ? words.level(level)
              : t('ratedOn', { level: words.level(level), day: format.day(assessedOn) }),
          ],
          [
            t('confidence.title'),
            level !== null &&
              (evidenceOn === null
                ? t('confidence.none')
                : t(meter.isFaded ? 'confidence.faded' : 'confidence.fresh', { day: format.day(evidenceOn) })),
          ],
          [t('target'), words.target(skill.target)],
          [t('lacking'), words.gap(skill.gap)],
          [
            t('hours'),
            skill.yearMinutes > 0 && (
              <JournalLink key="hours" filter={{ about: skill.uid, ...lastYearDays(today) }}>
                {format.hours(skill.yearMinutes)}
              </JournalLink>
            ),
          ],
          [t('lastActivity'), skill.lastActivityDay && format.day(skill.lastActivityDay)],
          [t('aliases'), skill.aliases.map((alias) => `#${alias}`).join(' ')],
        ]}
      />
    </div>
  )
}

function ArchiveButton({ skill }: { skill: SkillView }) {
  const { t } = useTranslation('skills')
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const { uid, archived } = skill
  const archive = useMutation({
    mutationFn: () => client.skills.setArchived({ uid, archived: !archived }),
    onSuccess: ({ batchId }) =>
      undoable(t(archived ? 'toldUnarchived' : 'toldArchived', { title: format.text(skill.title) }), batchId),
  })
  return (
    <Button variant="default" loading={archive.isPending} onClick={() => archive.mutate()}>
      {t(archived ? 'unarchive' : 'archive')}
    </Button>
  )
}

function Targets({ skill }: { skill: SkillView }) {
  const { t } = useTranslation('skills')
  const format = useFormat()
  const words = useSkillWords()
  const wanted = skill.stages.filter(({ uid }) => skill.targets[uid] !== undefined)
  if (wanted.length === 0) return null
  return (
    <section>
      <SectionTitle title={t('targets')} />
      <Facts rows={wanted.map(({ uid, title }) => [format.text(title), words.level(skill.targets[uid] ?? null)])} />
    </section>
  )
}

function Ideas({ skill }: { skill: SkillView }) {
  const { t } = useTranslation('skills')
  const format = useFormat()
  if (skill.evidenceIdeas.length === 0) return null
  return (
    <section>
      <SectionTitle title={t('ideas')} />
      <ul className={classes.ideas}>
        {skill.evidenceIdeas.map((idea) => (
          <li key={format.text(idea)}>{format.text(idea)}</li>
        ))}
      </ul>
    </section>
  )
}
