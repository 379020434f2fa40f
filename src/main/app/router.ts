import { attachmentsHandlers } from '#main/features/attachments/attachments-handlers.ts'
import { backupsHandlers } from '#main/features/backups/backups-handlers.ts'
import { catalogueHandlers } from '#main/features/catalogue/catalogue-handlers.ts'
import { usualHandlers } from '#main/features/crud-handlers.ts'
import { draftsHandlers } from '#main/features/drafts/drafts-handlers.ts'
import { exchangeHandlers } from '#main/features/exchange/exchange-handlers.ts'
import { historyHandlers } from '#main/features/history/history-handlers.ts'
import { journalHandlers } from '#main/features/journal/journal-handlers.ts'
import { loadHandlers } from '#main/features/load/load-handlers.ts'
import { metricPointsHandlers, metricsHandlers } from '#main/features/metrics/metrics-handlers.ts'
import { overviewHandlers } from '#main/features/overview/overview-handlers.ts'
import { peopleHandlers } from '#main/features/people/people-handlers.ts'
import {
  milestonesHandlers,
  planHandlers,
  requirementsHandlers,
  stagesHandlers,
} from '#main/features/plan/plan-handlers.ts'
import { reviewsHandlers } from '#main/features/reviews/reviews-handlers.ts'
import { searchHandlers } from '#main/features/search/search-handlers.ts'
import { skillsHandlers } from '#main/features/skills/skills-handlers.ts'
import { stepsHandlers } from '#main/features/steps/steps-handlers.ts'
import { workspaceHandlers } from '#main/features/workspace/workspace-handlers.ts'
import type { contract } from '#shared/contract/contract.ts'

type Complete = {
  [Feature in keyof typeof contract]: { [Procedure in keyof (typeof contract)[Feature]]: object }
}

/** Every feature's handlers under the names of the contract; a procedure without one does not compile. */
export const router = {
  ...usualHandlers,
  attachments: attachmentsHandlers,
  backups: backupsHandlers,
  catalogue: catalogueHandlers,
  drafts: draftsHandlers,
  exchange: exchangeHandlers,
  history: historyHandlers,
  journal: journalHandlers,
  load: loadHandlers,
  metricPoints: metricPointsHandlers,
  metrics: metricsHandlers,
  milestones: milestonesHandlers,
  overview: overviewHandlers,
  people: peopleHandlers,
  plan: planHandlers,
  requirements: requirementsHandlers,
  reviews: reviewsHandlers,
  search: searchHandlers,
  skills: skillsHandlers,
  stages: stagesHandlers,
  steps: stepsHandlers,
  workspace: workspaceHandlers,
} satisfies Complete
