import { section } from '#shared/documents/block.ts'
import type { ReviewSection } from './review.ts'

/** The focus of the next year and the signature lines, on one page. */
export const closing: ReviewSection = ({ focus, signedDay }, { figures, text, t }) => {
  const lines = focus.map(text).filter((line) => line.trim() !== '')
  const items = lines.map((line) => ({ text: line }))
  const signed = signedDay === null ? t('signature.day') : figures.day(signedDay)
  return [
    {
      kind: 'together',
      blocks: [
        ...(items.length === 0 ? [] : section(t('focus.title'), [{ kind: 'list', look: 'numbers', items }])),
        {
          kind: 'signatures',
          title: t('signature.title'),
          lines: [
            { name: t('signature.me'), value: signed },
            { name: t('signature.mentor'), value: t('signature.day') },
          ],
        },
      ],
    },
  ]
}
