import type { z } from 'zod'
import { type ItemType, MODELS, type ModelOf } from '#shared/model/entities.ts'
import { achievementEntity } from './achievements.ts'
import { attachmentEntity } from './attachments.ts'
import { certificationEntity } from './certifications.ts'
import type { Entity } from './entity.ts'
import { initiativeEntity } from './initiatives.ts'
import { activityEntity } from './journal.ts'
import { learningEntity } from './learning.ts'
import { loadEntryEntity } from './load.ts'
import { metricEntity, metricPointEntity } from './metrics.ts'
import { experimentEntity, obstacleEntity } from './obstacles.ts'
import { personEntity } from './people.ts'
import { milestoneEntity, planEntity, requirementEntity, stageEntity } from './plan.ts'
import { projectEntity } from './projects.ts'
import { reviewEntity } from './reviews.ts'
import { savedViewEntity } from './saved-views.ts'
import { assessmentEntity, skillEntity } from './skills.ts'
import { stepEntity } from './steps.ts'
import { templateEntity } from './template.ts'

/** The second half of every declaration: a type without one does not compile. */
const halves = {
  plan: planEntity,
  template: templateEntity,
  stage: stageEntity,
  skill: skillEntity,
  metric: metricEntity,
  milestone: milestoneEntity,
  requirement: requirementEntity,
  person: personEntity,
  project: projectEntity,
  learning: learningEntity,
  certification: certificationEntity,
  achievement: achievementEntity,
  initiative: initiativeEntity,
  obstacle: obstacleEntity,
  experiment: experimentEntity,
  metricPoint: metricPointEntity,
  step: stepEntity,
  loadEntry: loadEntryEntity,
  savedView: savedViewEntity,
  activity: activityEntity,
  assessment: assessmentEntity,
  review: reviewEntity,
  attachment: attachmentEntity,
} satisfies { [Type in ItemType]: Entity<z.infer<ModelOf<Type>['fields']>> }

/**
 * Every entity of the workspace in the order of `MODELS`: owners before what belongs to them. The engine handles each by the
 * same description; only features know a precise field type.
 */
export const entities = Object.fromEntries(MODELS.map(({ type }) => [type, halves[type]])) as unknown as Record<
  ItemType,
  Entity
>
