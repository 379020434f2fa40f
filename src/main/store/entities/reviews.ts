import { refuse } from '#shared/model/failure.ts'
import { emptyReview, ReviewFields } from '#shared/model/review.ts'
import { defineEntity } from '../entity.ts'
import { review } from '../schema/reviews.ts'

export const reviewEntity = defineEntity<ReviewFields>({
  type: 'review',
  fields: ReviewFields,
  empty: emptyReview,
  table: review,
  refs: { replacesUid: { column: 'replacesId', type: 'review', onRemove: 'clear' } },
  title: (fields) => `${fields.periodStart} – ${fields.periodEnd}`,
  day: (fields) => fields.periodEnd,
  searchText: (fields) => [...fields.answers.map((answer) => answer.answer), ...fields.focus],
  guard: (before) => {
    if (before.status === 'signed') refuse('review-signed')
  },
})
