import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { NOTES_LIMIT } from '#shared/model/common.ts'
import type { ReviewAnswer } from '#shared/model/review.ts'
import classes from './review-guide.module.css'
import { GuideStep } from './step-rail.tsx'
import type { ReviewDraft } from './use-review-draft.ts'

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
}

/** One question; the others stay as they are while it is answered. */
const AnswerField = memo(function AnswerField({ name, prompt, hint, answer, onAnswer, onLeave }: AnswerFieldProps) {
  return (
    <MarkdownField
      label={prompt}
      description={hint}
      maxLength={NOTES_LIMIT}
      minRows={3}
      value={answer}
      onChange={(text) => onAnswer(name, text)}
      onBlur={onLeave}
    />
  )
})
