import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/engine/database.ts'
import { planTemplate } from '#main/store/facts/plan-template.ts'
import { catalogue } from '#shared/contract/catalogue.ts'
import {
  captureVocabulary,
  describePlan,
  listCatalogueCertifications,
  listLearningStarters,
  listMetricStarters,
  skillPractice,
  templatePart,
} from './catalogue-store.ts'
import { chooseCertification, chooseLearning, chooseMetric, choosePerson } from './choose-store.ts'

const os = implement(catalogue).$context<StoreContext>()

export const catalogueHandlers = os.router({
  plan: os.plan.handler(({ context }) => describePlan(context.store)),
  learning: os.learning.handler(({ context }) => listLearningStarters(context.store)),
  certifications: os.certifications.handler(({ context }) => listCatalogueCertifications(context.store)),
  metrics: os.metrics.handler(({ context }) => listMetricStarters(context.store)),
  initiatives: os.initiatives.handler(({ context }) => templatePart(context.store, 'initiatives')),
  people: os.people.handler(({ context }) => templatePart(context.store, 'people')),
  visibility: os.visibility.handler(({ context }) => templatePart(context.store, 'visibility')),
  cases: os.cases.handler(({ context }) => planTemplate(context.store).cases ?? []),
  roleComparison: os.roleComparison.handler(({ context }) => templatePart(context.store, 'roleShift')),
  roles: os.roles.handler(({ context }) => planTemplate(context.store).head.shortRoles),
  practice: os.practice.handler(({ context, input }) => skillPractice(context.store, input.key)),
  vocabulary: os.vocabulary.handler(({ context }) => captureVocabulary(context.store)),
  chooseLearning: os.chooseLearning.handler(({ context, input }) => chooseLearning(context.store, input)),
  chooseCertification: os.chooseCertification.handler(({ context, input }) =>
    chooseCertification(context.store, input),
  ),
  chooseMetric: os.chooseMetric.handler(({ context, input }) => chooseMetric(context.store, input)),
  choosePerson: os.choosePerson.handler(({ context, input }) => choosePerson(context.store, input)),
})
