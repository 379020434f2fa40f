import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/engine/database.ts'
import { planTemplate } from '#main/store/facts/plan-template.ts'
import { reviews } from '#shared/contract/reviews.ts'
import {
  createDraft,
  getFacts,
  getReview,
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
  get: os.get.handler(({ context, input }) => getReview(context.store, input)),
  years: os.years.handler(({ context }) => listPlanYears(context.store)),
  prompts: os.prompts.handler(({ context }) => planTemplate(context.store).reviewPrompts),
  facts: os.facts.handler(({ context, input }) => getFacts(context.store, input)),
  createDraft: os.createDraft.handler(({ context, input }) => createDraft(context.store, input)),
  saveDraft: os.saveDraft.handler(({ context, input }) => saveDraft(context.store, input)),
  sign: os.sign.handler(({ context, input }) => signReview(context.store, input)),
  revise: os.revise.handler(({ context, input }) => reviseReview(context.store, input)),
  remove: os.remove.handler(({ context, input }) => removeReview(context.store, input)),
  markdown: os.markdown.handler(({ context, input }) => reviewToMarkdown(context.store, input)),
})
