import { review } from '#main/store/schema/reviews.ts'
import { periodTitle } from '#shared/domain/calendar/period-title.ts'
import { periodOf } from '#shared/domain/calendar/plan-years.ts'
import { refuse } from '#shared/model/failure.ts'
import { reviewModel } from '#shared/model/review.ts'
import { defineEntity } from './entity.ts'

export const reviewEntity = defineEntity(reviewModel, {
  table: review,
  refs: { replacesUid: { column: 'replacesId', type: 'review', onRemove: 'clear' } },
  title: (fields) => periodTitle(periodOf(fields)),
  day: (fields) => fields.periodEnd,
  searchText: (fields) => [...fields.answers.map((answer) => answer.answer), ...fields.focus],
  alsoChanges: (fields) => (fields.status === 'signed' ? ['signedReview'] : []),
  guard: (before) => {
    if (before.status === 'signed') refuse('review-signed')
  },
})
