import { Anchor, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { LinkList } from '#renderer/fields/links-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { Markdown } from '#renderer/ui/markdown.tsx'
import type { Assessment, SkillView } from '#shared/contract/skills.ts'
import { useSkillWords } from './skill-words.ts'
import classes from './skills.module.css'

/** All assessments, newest first. A retracted one stays, struck through and labelled. */
export function AssessmentHistory({ skill }: { skill: SkillView }) {
  const { t } = useTranslation('skills')
  if (skill.assessments.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('historyNone')}
      </Text>
    )
  return (
    <ul className={classes.history}>
      {skill.assessments.map((assessment) => (
        <Rating key={assessment.uid} assessment={assessment} skill={skill} />
      ))}
    </ul>
  )
}

function Rating({ assessment, skill }: { assessment: Assessment; skill: SkillView }) {
  const { t } = useTranslation('skills')
  const { client } = useApi()
  const format = useFormat()
  const words = useSkillWords()
  const openItem = useOpenItem()
  const undoable = useUndoable()
  const retract = useMutation({
    mutationFn: () => client.skills.retract({ uid: assessment.uid }),
    onSuccess: ({ batchId }) => undoable(t('toldRetracted', { title: format.text(skill.title) }), batchId),
  })
  const isRetracted = assessment.retractedAt !== null
  const evidence = assessment.refs.filter(({ uid }) => assessment.evidence.includes(uid))
  const day = format.day(assessment.day)
  return (
    <li className={classes.rating} data-retracted={isRetracted}>
      <div className={classes.ratingHead}>
        <span className={classes.ratingLevel}>{words.level(assessment.level)}</span>
        <span className={classes.day}>{day}</span>
        {isRetracted ? (
          <span className={classes.day}>{t('retracted')}</span>
        ) : (
          <Anchor
            component="button"
            type="button"
            size="sm"
            aria-label={t('retractOf', { day })}
            onClick={() => retract.mutate()}
          >
            {t('retract')}
          </Anchor>
        )}
      </div>
      {assessment.note && <Markdown text={assessment.note} />}
      {evidence.length > 0 && <LinkList refs={evidence} onOpen={openItem} />}
    </li>
  )
}
