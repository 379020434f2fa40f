import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ConflictChoice, ConflictNote } from '#renderer/fields/conflict-choice.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Choice } from '#renderer/lib/conflicts.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { NOTES_LIMIT } from '#shared/model/common.ts'
import type { ReviewAnswer } from '#shared/model/review-snapshot.ts'
import classes from './review-guide.module.css'
import { GuideStep } from './step-rail.tsx'
import type { ReviewDraft } from './use-review-draft.ts'
import { type AnswerConflict, answerBy } from './written.ts'

/** The questions of the review with their answers. */
export function ReflectionStep({ asked, draft }: { asked: ReviewAnswer[]; draft: ReviewDraft }) {
  const { t } = useTranslation('reviews')
  const { query } = useApi()
  const format = useFormat()
  const prompts = useQuery(query.reviews.prompts.queryOptions({ input: {} }))
  const hints = new Map((prompts.data ?? []).map(({ key, hint }) => [key, format.text(hint)]))
  return (
    <GuideStep step="reflection" lead={t('guide.reflection.lead')}>
      <div className={classes.questions}>
        {asked.map(({ key, prompt }) => (
          <AnswerField
            key={key}
            name={key}
            prompt={format.text(prompt)}
            hint={hints.get(key)}
            answer={draft.answers[key] ?? ''}
            onAnswer={draft.setAnswer}
            onLeave={draft.flush}
            conflict={draft.conflicts[key]}
            onChoose={draft.choose}
          />
        ))}
      </div>
    </GuideStep>
  )
}

interface AnswerFieldProps {
  name: string
  prompt: string
  hint: string | undefined
  answer: string
  onAnswer: (key: string, answer: string) => void
  onLeave: () => void
  conflict: AnswerConflict | undefined
  onChoose: (key: string, choice: Choice) => void
}

/** One question; the others are not rendered again while it is answered. */
const AnswerField = memo(function AnswerField(props: AnswerFieldProps) {
  const { name, prompt, hint, answer, onAnswer, onLeave, conflict, onChoose } = props
  return (
    <div>
      <MarkdownField
        label={prompt}
        description={hint}
        maxLength={NOTES_LIMIT}
        minRows={3}
        value={answer}
        onChange={(text) => onAnswer(name, text)}
        onBlur={onLeave}
      />
      {conflict && <Conflict conflict={conflict} prompt={prompt} onChoose={(choice) => onChoose(name, choice)} />}
    </div>
  )
})

interface ConflictProps {
  conflict: AnswerConflict
  prompt: string
  onChoose: (choice: Choice) => void
}

/** Shown below an answer that was also written in another window. */
function Conflict({ conflict, prompt, onChoose }: ConflictProps) {
  const { t } = useTranslation(['reviews', 'common'])
  const { mine, theirs, choice } = conflict
  const both = answerBy(conflict, 'both')
  const empty = t('common:conflict.empty')
  const isNew = both !== mine && both !== theirs && both.length <= NOTES_LIMIT
  return (
    <ConflictNote>
      <ConflictChoice
        label={t('guide.reflection.conflict', { prompt })}
        options={[['mine', mine || empty], ['theirs', theirs || empty], ...(isNew ? [['both', null] as const] : [])]}
        value={choice}
        onChange={onChoose}
      />
    </ConflictNote>
  )
}
