import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/database.ts'
import { reviewEntity } from '#main/store/entities/reviews.ts'
import { getItem } from '#main/store/items.ts'
import { planTemplate } from '#main/store/plan-template.ts'
import { reviews } from '#shared/contract/reviews.ts'
import {
  createDraft,
  getFacts,
  listPlanYears,
  listReviews,
  removeReview,
  reviewToMarkdown,
  reviseReview,
  saveDraft,
  signReview,
} from './reviews-store.ts'

const os = implement(reviews).$context<StoreContext>()

export const reviewsHandlers = os.router({
  list: os.list.handler(({ context }) => listReviews(context.store)),
  get: os.get.handler(({ context, input }) => getItem(context.store, reviewEntity, input.uid)),
  years: os.years.handler(({ context, input }) => listPlanYears(context.store, input.today)),
  prompts: os.prompts.handler(({ context }) => planTemplate(context.store).reviewPrompts),
  facts: os.facts.handler(({ context, input }) => getFacts(context.store, input)),
  createDraft: os.createDraft.handler(({ context, input }) => createDraft(context.store, input)),
  saveDraft: os.saveDraft.handler(({ context, input }) => saveDraft(context.store, input)),
  sign: os.sign.handler(({ context, input }) => signReview(context.store, input)),
  revise: os.revise.handler(({ context, input }) => reviseReview(context.store, input)),
  remove: os.remove.handler(({ context, input }) => removeReview(context.store, input)),
  markdown: os.markdown.handler(({ context, input }) => reviewToMarkdown(context.store, input)),
})
