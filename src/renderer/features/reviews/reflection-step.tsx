import { useQuery } from '@tanstack/react-query'
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
          <MarkdownField
            key={key}
            label={format.text(prompt)}
            description={hints.get(key)}
            maxLength={NOTES_LIMIT}
            minRows={3}
            value={draft.answers[key] ?? ''}
            onChange={(answer) => draft.setAnswer(key, answer)}
            onBlur={() => void draft.flush()}
          />
        ))}
      </div>
    </GuideStep>
  )
}
