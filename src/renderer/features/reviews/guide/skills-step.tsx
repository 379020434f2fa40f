import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmbeddedBlocks } from '#renderer/documents/document-view.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useNewUids } from '#renderer/lib/new-uid.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { section } from '#shared/documents/block.ts'
import { ratedSkills } from '#shared/documents/review/skills.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import { useReviewPen } from '../document/review-document.tsx'
import classes from './review-guide.module.css'
import { GuideStep } from './step-rail.tsx'

type UnratedSkill = ReviewFacts['skillsNotRated'][number]

/** Skills that the present stage asks for and that were not assessed in the period, and those that were. */
export const SkillsStep = memo(function SkillsStep({ facts }: { facts: ReviewFacts }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const today = useToday()
  const day = today < facts.periodEnd ? today : facts.periodEnd
  return (
    <GuideStep step="skills" lead={t('guide.skills.lead')}>
      {facts.skillsNotRated.length === 0 ? (
        <p className={classes.hint}>{t('guide.skills.done')}</p>
      ) : (
        <>
          <p className={classes.hint}>{t('guide.skills.dayHint', { day: format.day(day) })}</p>
          <ul className={classes.rows} aria-label={t('guide.skills.todo')}>
            {facts.skillsNotRated.map((skill) => (
              <UnratedRow key={skill.uid} skill={skill} day={day} />
            ))}
          </ul>
        </>
      )}
      {facts.skills.length > 0 && <Rated skills={facts.skills} />}
    </GuideStep>
  )
})

function Rated({ skills }: Pick<ReviewFacts, 'skills'>) {
  const { t } = useTranslation('reviews')
  const pen = useReviewPen()
  const title = t('guide.skills.rated')
  const blocks = useMemo(() => section(title, ratedSkills(skills, pen)), [title, skills, pen])
  return <EmbeddedBlocks blocks={blocks} />
}

function UnratedRow({ skill, day }: { skill: UnratedSkill; day: string }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const openItem = useOpenItem()
  const title = format.text(skill.title)
  const { uid, level, target } = skill
  return (
    <li>
      <span>
        <span className={classes.title}>{title}</span>{' '}
        <span className={classes.quiet}>
          {level === null ? t('guide.skills.levelNone', { target }) : t('guide.skills.level', { level, target })}
          {skill.day !== null && `, ${t('guide.skills.since', { day: format.day(skill.day) })}`}
        </span>
      </span>
      {uid !== null && (
        <Group gap="xs" wrap="nowrap">
          {level !== null && <KeepButton uid={uid} title={title} level={level} day={day} />}
          <Button
            size="xs"
            variant="default"
            aria-label={`${t('guide.skills.rate')}: ${title}`}
            onClick={() => openItem({ uid, type: 'skill' })}
          >
            {t('guide.skills.rate')}
          </Button>
        </Group>
      )}
    </li>
  )
}

interface KeepButtonProps {
  uid: string
  title: string
  level: number
  day: string
}

/** Confirms the level of a skill, which is a dated assessment too. */
function KeepButton({ uid, title, level, day }: KeepButtonProps) {
  const { t } = useTranslation('reviews')
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const uidOf = useNewUids()
  const keep = useMutation({
    mutationFn: (_button: HTMLElement) =>
      client.skills.assess({ uid: uidOf(day), skillUid: uid, level, day, note: '', evidence: [] }),
    onSuccess: ({ batchId }, button) => {
      undoable(t('guide.skills.kept', { skill: title, level, day: format.day(day) }), batchId)
      // This row is about to disappear, so the focus goes to the next one.
      button.closest('li')?.nextElementSibling?.querySelector('button')?.focus()
    },
  })
  return (
    <Button
      size="xs"
      variant="default"
      aria-label={`${t('guide.skills.keep', { level })}: ${title}`}
      loading={keep.isPending}
      onClick={(event) => keep.mutate(event.currentTarget)}
    >
      {t('guide.skills.keep', { level })}
    </Button>
  )
}
