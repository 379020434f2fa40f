import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/database.ts'
import { catalogue } from '#shared/contract/catalogue.ts'
import {
  captureVocabulary,
  describePlan,
  listCatalogueCertifications,
  listLearningStarters,
  listMetricStarters,
  templatePart,
} from './catalogue-store.ts'
import { chooseCertification, chooseLearning, chooseMetric, choosePerson } from './choose-store.ts'

const os = implement(catalogue).$context<StoreContext>()

export const catalogueHandlers = os.router({
  plan: os.plan.handler(({ context }) => describePlan(context.store)),
  learning: os.learning.handler(({ context }) => listLearningStarters(context.store)),
  certifications: os.certifications.handler(({ context }) => listCatalogueCertifications(context.store)),
  metrics: os.metrics.handler(({ context }) => listMetricStarters(context.store)),
  people: os.people.handler(({ context }) => templatePart(context.store, 'people')),
  visibility: os.visibility.handler(({ context }) => templatePart(context.store, 'visibility')),
  roleComparison: os.roleComparison.handler(({ context }) => templatePart(context.store, 'roleShift')),
  reviewPrompts: os.reviewPrompts.handler(({ context }) => templatePart(context.store, 'reviewPrompts')),
  vocabulary: os.vocabulary.handler(({ context }) => captureVocabulary(context.store)),
  chooseLearning: os.chooseLearning.handler(({ context, input }) => chooseLearning(context.store, input)),
  chooseCertification: os.chooseCertification.handler(({ context, input }) =>
    chooseCertification(context.store, input),
  ),
  chooseMetric: os.chooseMetric.handler(({ context, input }) => chooseMetric(context.store, input)),
  choosePerson: os.choosePerson.handler(({ context, input }) => choosePerson(context.store, input)),
})
