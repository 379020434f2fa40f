import type { ItemType } from '#shared/model/vocabulary.ts'
import type { Entity } from '../entity.ts'
import { achievementEntity } from './achievements.ts'
import { attachmentEntity } from './attachments.ts'
import { certificationEntity } from './certifications.ts'
import { activityEntity } from './journal.ts'
import { learningEntity } from './learning.ts'
import { metricEntity, metricPointEntity } from './metrics.ts'
import { experimentEntity, obstacleEntity } from './obstacles.ts'
import { personEntity } from './people.ts'
import { milestoneEntity, planEntity, requirementEntity, stageEntity } from './plan.ts'
import { projectEntity } from './projects.ts'
import { reviewEntity } from './reviews.ts'
import { assessmentEntity, skillEntity } from './skills.ts'

/** The engine handles every entity by the same description; only features know a precise field type. */
const loose = <F extends object>(entity: Entity<F>) => entity as unknown as Entity

/** Every entity of the workspace, owners before what belongs to them: the order of archives and of imports. */
export const entities: Record<ItemType, Entity> = {
  plan: loose(planEntity),
  stage: loose(stageEntity),
  skill: loose(skillEntity),
  metric: loose(metricEntity),
  milestone: loose(milestoneEntity),
  requirement: loose(requirementEntity),
  person: loose(personEntity),
  project: loose(projectEntity),
  learning: loose(learningEntity),
  certification: loose(certificationEntity),
  achievement: loose(achievementEntity),
  obstacle: loose(obstacleEntity),
  experiment: loose(experimentEntity),
  metricPoint: loose(metricPointEntity),
  activity: loose(activityEntity),
  assessment: loose(assessmentEntity),
  review: loose(reviewEntity),
  attachment: loose(attachmentEntity),
}
