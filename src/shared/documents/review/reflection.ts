import { type Block, section } from '#shared/documents/block.ts'
import type { ReviewSection } from './review.ts'

/** The answered questions with their answers. */
export const reflection: ReviewSection = ({ answers }, { text, t }) =>
  section(
    t('reflection.title'),
    answers
      .filter(({ answer }) => answer.trim() !== '')
      .map(({ prompt, answer }): Block => ({ kind: 'prose', title: text(prompt), text: { markdown: answer } })),
  )
