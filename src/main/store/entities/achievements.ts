import { AchievementFields, emptyAchievement } from '#shared/model/achievement.ts'
import { defineEntity } from '../entity.ts'
import { achievement } from '../schema/achievements.ts'

export const achievementEntity = defineEntity<AchievementFields>({
  type: 'achievement',
  fields: AchievementFields,
  empty: emptyAchievement,
  table: achievement,
  linkField: { field: 'links', role: 'link' },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.day,
  searchText: (fields) => [
    fields.situation,
    fields.task,
    fields.action,
    fields.result,
    fields.metricName,
    ...fields.tags,
  ],
})
