import { achievementsHandlers } from '#main/features/achievements/achievements-handlers.ts'
import { attachmentsHandlers } from '#main/features/attachments/attachments-handlers.ts'
import { backupsHandlers } from '#main/features/backups/backups-handlers.ts'
import { catalogueHandlers } from '#main/features/catalogue/catalogue-handlers.ts'
import { certificationsHandlers } from '#main/features/certifications/certifications-handlers.ts'
import { exchangeHandlers } from '#main/features/exchange/exchange-handlers.ts'
import { journalHandlers } from '#main/features/journal/journal-handlers.ts'
import { learningHandlers } from '#main/features/learning/learning-handlers.ts'
import { metricPointsHandlers, metricsHandlers } from '#main/features/metrics/metrics-handlers.ts'
import { experimentsHandlers, obstaclesHandlers } from '#main/features/obstacles/obstacles-handlers.ts'
import { overviewHandlers } from '#main/features/overview/overview-handlers.ts'
import { peopleHandlers } from '#main/features/people/people-handlers.ts'
import {
  milestonesHandlers,
  planHandlers,
  requirementsHandlers,
  stagesHandlers,
} from '#main/features/plan/plan-handlers.ts'
import { projectsHandlers } from '#main/features/projects/projects-handlers.ts'
import { reviewsHandlers } from '#main/features/reviews/reviews-handlers.ts'
import { searchHandlers } from '#main/features/search/search-handlers.ts'
import { skillsHandlers } from '#main/features/skills/skills-handlers.ts'
import { workspaceHandlers } from '#main/features/workspace/workspace-handlers.ts'

/** Every feature's handlers under the names of the contract. */
export const router = {
  achievements: achievementsHandlers,
  attachments: attachmentsHandlers,
  backups: backupsHandlers,
  catalogue: catalogueHandlers,
  certifications: certificationsHandlers,
  exchange: exchangeHandlers,
  experiments: experimentsHandlers,
  journal: journalHandlers,
  learning: learningHandlers,
  metricPoints: metricPointsHandlers,
  metrics: metricsHandlers,
  milestones: milestonesHandlers,
  obstacles: obstaclesHandlers,
  overview: overviewHandlers,
  people: peopleHandlers,
  plan: planHandlers,
  projects: projectsHandlers,
  requirements: requirementsHandlers,
  reviews: reviewsHandlers,
  search: searchHandlers,
  skills: skillsHandlers,
  stages: stagesHandlers,
  workspace: workspaceHandlers,
}
